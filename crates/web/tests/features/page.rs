// SPDX-License-Identifier: EUPL-1.2
//! A page as somebody at a browser meets it: words, links, tasks, and forms that are filled in by their labels.
//!
//! Reads the pages of this program only: well formed, attributes in double quotes, nothing inline.

mod form;
mod token;

pub(crate) use form::{Form, Question, Typed};

use token::{Token, tokens, words};

/// What came back for a request.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    /// Its status.
    pub(crate) status: u16,
    /// Its address.
    pub(crate) address: String,
    /// The whole of it.
    pub(crate) html: String,
    /// What is read between the menu and the foot.
    pub(crate) text: String,
    /// Its forms.
    pub(crate) forms: Vec<Form>,
    /// Its links: words and address.
    pub(crate) links: Vec<(String, String)>,
    /// Its tasks.
    pub(crate) tasks: Vec<Task>,
    /// What is wrong with a form, by the label of the field.
    pub(crate) errors: Vec<(String, String)>,
}

/// One task of a list.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    /// As it is read.
    pub(crate) text: String,
    /// Its links: words and address.
    pub(crate) links: Vec<(String, String)>,
}

impl Page {
    /// Reads a page.
    pub(crate) fn read(status: u16, address: &str, html: String) -> Self {
        let all = tokens(&html);
        let forms = form::forms(&all);
        let errors = form::errors(&all, &forms);
        let main = between(&all, "main");
        Self {
            status,
            address: address.to_owned(),
            text: words(main),
            links: links(&all),
            tasks: tasks(main),
            errors,
            forms,
            html,
        }
    }

    /// The address of the first link of these words, otherwise of the first whose words contain them.
    pub(crate) fn link(&self, words: &str) -> Option<&str> {
        let whole = self.links.iter().find(|(text, _)| text == words);
        let found = whole.or_else(|| self.links.iter().find(|(text, _)| text.contains(words)));
        found.map(|(_, href)| href.as_str())
    }

    /// The form with a button of these words; the last one, since the search stands at the top of every page.
    pub(crate) fn form(&self, button: &str) -> Option<&Form> {
        let mut forms = self.forms.iter().rev();
        forms.find(|form| form.button(button).is_some())
    }

    /// Where it is and what it begins with, for saying what went wrong.
    pub(crate) fn shortly(&self) -> String {
        let text: String = self.text.chars().take(4000).collect();
        format!("{} ({}): {text}", self.address, self.status)
    }
}

/// The tokens inside the first element of a name.
fn between<'a>(all: &'a [Token], name: &str) -> &'a [Token] {
    let from = all.iter().position(|t| t.opens(name)).unwrap_or(0);
    let to = all.iter().position(|t| t.closes(name));
    all.get(from..to.unwrap_or(all.len())).unwrap_or_default()
}

fn links(all: &[Token]) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for (place, token) in all.iter().enumerate() {
        if let Some(href) = token.opened("a").and_then(|a| a.get("href")) {
            let rest = all.get(place..).unwrap_or_default();
            links.push((words(between(rest, "a")), href.to_owned()));
        }
    }
    links
}

/// Every list item of class `duty`; the items inside it belong to it.
fn tasks(main: &[Token]) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (place, token) in main.iter().enumerate() {
        match open {
            None if token.opened("li").is_some_and(|a| a.has_class("duty")) => {
                open = Some((place, 1));
            }
            Some((from, depth)) if token.opens("li") => open = Some((from, depth + 1)),
            Some((from, depth)) if token.closes("li") => {
                open = (depth > 1).then_some((from, depth - 1));
                if open.is_none() {
                    let item = main.get(from..place).unwrap_or_default();
                    tasks.push(Task {
                        text: words(item),
                        links: links(item),
                    });
                }
            }
            None | Some(_) => {}
        }
    }
    tasks
}
