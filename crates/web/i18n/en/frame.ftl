# The frame around every page: header, menu, forms, errors, log-in.
frame-skip = Skip to the content
frame-search = Name, CPR or case no.
frame-search-button = Search
frame-menu = Menu
frame-tasks = My tasks
frame-notifications = Notifications
frame-referrals = Referrals
frame-leader = Overview
frame-agreements = Agreements
frame-staff = Staff
frame-concern = Raise a concern
frame-log-out = Log out
frame-other-language = Dansk
frame-journal = Tråd is not your record. Remember to write in your own.

form-error-prefix = Error:
form-errors = Something is missing
form-between = Others wrote while you were at it
    .help = Read it, change yours if need be, and send again. Nothing you wrote has been lost.
form-optional = (may be skipped)
form-choose = Choose
form-date-help = Write day.month.year, such as 3.3.2026
form-send = Send
form-save = Save
form-cancel = Cancel
form-draft = Save draft
form-draft-kept = Draft saved. Only you can see it.
form-draft-saved = Draft saved { $at }. Only you can see it.

pager-label = Pages
pager-previous = Previous
pager-next = Next
pager-page = Page { $page } of { $pages }
pager-page-more = Page { $page } of at least { $pages }

unknown = not stated

search-title = Search
search-words = Search
    .help = The beginning of a name, the whole CPR number or the case number
search-count = { $n ->
    [0] Nothing found
    [one] 1 found
   *[other] { $n } found
  }
search-none = You only find pathways your unit has written in or been given a share of. Try the beginning of the first name or the whole CPR number.
search-who = Name
search-state = How far
search-coordinator = Coordinator
search-case = Case no.

notfound-title = The page does not exist, or you have no access
notfound-lead = Is the address spelt right? If you need access, ask your manager or the person who sent you the link.
notfound-back = To my tasks

error-title = Something went wrong on our side
error-lead = What you wrote has not been sent. Go back, it is still there, and try again in a moment. If it goes on, give your administrator this number:
error-danger = Urgent: call the municipality or its out-of-hours duty. If anyone is in danger: call 112.

noanswer-title = Tråd does not answer right now
noanswer-lead = There is no connection to the database. Wait a little and try again. If it goes on, call your administrator.
noanswer-sent = All that you wrote goes with the button below. If it had arrived, it is not written twice.
noanswer-again = Send again
noanswer-try = Try again
busy-title = Several people wrote at the same time
busy-lead = What you sent is not saved yet. Send it again.

forbidden-title = You cannot do that here
forbidden-back = Back
