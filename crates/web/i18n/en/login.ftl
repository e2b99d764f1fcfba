# Logging in, proving who one is, own sessions.
login-title = Log in
login-lead = Tråd gathers what you have to do for pregnant women, children and families – across municipality and region.
login-with = Log in at { $name }
login-local = Or with a local account
login-name = User name
login-password = Password
login-button = Log in
login-refused = The user name or the password is wrong. After five wrong attempts it is closed for { $minutes } minutes, for the right password too. Wait a little, or call your local administrator.
login-too-many = { $minutes ->
    [one] There have been too many attempts from here. Wait a minute, and try again.
   *[other] There have been too many attempts from here. Wait { $minutes } minutes, and try again.
  }
login-on = Go on
login-arrived-title = You are logged in
login-arrived-lead = You are being sent on now.
login-left-title = You are logged out of Tråd
login-left-lead = You are being sent on, so that you are logged out where you logged in as well.
login-stopped = You did not get in
login-again = Log in again
login-stop = Why
    .over = It took too long, or the page was used before. Begin again.
    .cancelled = You were not logged in. You can try again.
    .level = You are logged in at too low a level of assurance. Tråd asks for the level { $level }. Log in again at that level, or call your local administrator.
    .unknown = Tråd does not know your login yet. Call your local administrator.
    .not-employed = Tråd knows no employment of yours today that fits your login. Call your local administrator.
    .somebody-else = It was not confirmed just now by the same person. Try again.
    .refused = The answer could not be accepted. Begin again. If it happens again, call your local administrator.
    .unreachable = The login cannot be reached right now. Wait a little, and try again.
login-level = Level of assurance
    .low = Low
    .substantial = Substantial
    .high = High

login-code-title = Code from your phone
login-code-lead = Open the app with codes on your phone.
login-code = The code of six digits
login-code-wrong = The code does not fit, or it was used. Wait for the next one, and write it.
login-choose-title = Where do you work now?
login-choose-lead = You have more than one employment. What you can see follows the one you choose. Log out to change.
login-employment = Employment
login-employment-missing = Choose where you work now.

prove-title = Confirm that it is you
prove-lead = What comes next asks that you have shown who you are just now.
prove-with = Confirm at { $name }
prove-button = Confirm
prove-refused = That did not fit. Try again. After five wrong attempts it is closed for a while.

access-title = Your access
access-lead = You are logged in here. If you do not recognise all of it, log out everywhere, and call your local administrator.
access-sessions = Where you are logged in
access-began = Began
access-used = Last used
access-how = How
access-here = (here)
access-way = Way
    .provider = at { $name }
    .local = local account
access-everywhere = Log out everywhere

factor-title = Code from the phone
factor-on = You are asked for a code each time you log in.
factor-off = You can make Tråd ask for a code from your phone as well when you log in. Then a guessed password is not enough.
factor-begin = Add your phone
factor-change = Change phone
factor-needed = Nobody gets in here by password alone. Add your phone first.
factor-lead = Use an app that shows one-time codes. No text message is sent, and the phone needs no network.
factor-scan = 1. Read the picture with the app
factor-picture = Picture that the app reads. If you cannot use it, write the letters below.
factor-type = Or write:
factor-show = 2. Write the code that the app shows
factor-button = Add the phone
factor-remove = No longer use a code
