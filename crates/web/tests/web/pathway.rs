// SPDX-License-Identifier: EUPL-1.2
//! The reading pages of a pathway: whole in both languages, and silent towards whoever is outside.

use crate::browser::Site;

#[test]
fn somebody_of_the_demonstration_gets_in_and_sees_their_tasks() {
    let site = Site::demo();
    let page = site.log_in("familie").get("/");
    assert_eq!(page.status, 200);
    assert!(page.html.contains("Mine opgaver"), "{}", page.html);
}
