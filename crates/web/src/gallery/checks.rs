// SPDX-License-Identifier: EUPL-1.2
//! Renders every example page in both languages and looks for what a reader would stumble over.
//!
//! `cargo test -p traad-web gallery` also writes the pages to `target/gallery` to look at them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::{Example, examples, frame};
use crate::asset;
use crate::text::{Lang, MISSING};

fn rendered(lang: Lang) -> Vec<(String, String)> {
    examples(lang)
        .into_iter()
        .map(
            |Example {
                 name,
                 section,
                 page,
             }| {
                let html = page.html(&frame(lang, section)).expect("renders");
                (name.to_owned(), html)
            },
        )
        .collect()
}

fn both() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for lang in [Lang::Da, Lang::En] {
        all.extend(
            rendered(lang)
                .into_iter()
                .map(|(name, html)| (format!("{}-{name}", lang.code()), html)),
        );
    }
    all
}

fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str())
        .skip(1)
        .map(|rest| rest.split('"').next().expect("closed"))
        .collect()
}

#[test]
fn no_text_is_missing() {
    for (name, html) in both() {
        assert!(
            !html.contains(MISSING),
            "{name}: {}",
            html.split(MISSING)
                .nth(1)
                .unwrap_or_default()
                .chars()
                .take(60)
                .collect::<String>()
        );
    }
}

#[test]
fn every_page_has_one_h1_and_its_language() {
    for (name, html) in both() {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        assert!(
            html.contains(&format!(
                "<html lang=\"{}\">",
                name.split('-').next().unwrap_or_default()
            )),
            "{name}"
        );
        assert!(html.contains("class=\"skipnav\""), "{name}");
    }
}

#[test]
fn titles_differ_between_pages() {
    for lang in [Lang::Da, Lang::En] {
        let mut titles: BTreeMap<String, String> = BTreeMap::new();
        for (name, html) in rendered(lang) {
            let title = html
                .split("<title>")
                .nth(1)
                .and_then(|rest| rest.split("</title>").next())
                .expect("title")
                .to_owned();
            let own = title.trim_end_matches(" · Tråd");
            assert!(own.len() > 2, "{name}: {title}");
            // Variants of one page (`opgaver`, `opgaver-ro`) may share its title.
            let family = name.split('-').next().expect("name").to_owned();
            if let Some(other) = titles.insert(title.clone(), family.clone()) {
                assert_eq!(other, family, "two pages are called {title}");
            }
        }
    }
}

#[test]
fn ids_are_unique_and_labels_bound() {
    for (name, html) in both() {
        let ids = attribute(&html, "id");
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        let twice: Vec<_> = unique
            .iter()
            .filter(|id| ids.iter().filter(|other| other == id).count() > 1)
            .collect();
        assert!(twice.is_empty(), "{name}: ids used twice {twice:?}");
        for target in attribute(&html, "for") {
            assert!(unique.contains(target), "{name}: label for {target}");
        }
        for list in attribute(&html, "aria-describedby")
            .into_iter()
            .chain(attribute(&html, "aria-labelledby"))
        {
            for target in list.split_whitespace() {
                assert!(unique.contains(target), "{name}: described by {target}");
            }
        }
        let labelled: BTreeSet<_> = attribute(&html, "for").into_iter().collect();
        for control in html.split('<').filter(|tag| {
            ["input ", "select ", "textarea "]
                .iter()
                .any(|start| tag.starts_with(start))
        }) {
            if control.contains("type=\"hidden\"") {
                continue;
            }
            let id = attribute(control, "id");
            assert!(
                id.first().is_some_and(|id| labelled.contains(id))
                    || control.contains("aria-label=\""),
                "{name}: no label for <{control}"
            );
        }
        for link in attribute(&html, "href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#'))
        {
            assert!(unique.contains(link), "{name}: link to #{link}");
        }
    }
}

#[test]
fn nothing_inline_that_the_content_policy_forbids() {
    for (name, html) in both() {
        for banned in [
            " style=\"",
            " onclick=",
            "<style",
            "javascript:",
            "http://",
            "https://",
        ] {
            assert!(
                !html
                    .replace("http://www.w3.org/2000/svg", "")
                    .contains(banned),
                "{name}: {banned}"
            );
        }
        assert_eq!(html.matches("<script").count(), 1, "{name}");
    }
}

#[test]
fn every_post_form_carries_the_token() {
    for (name, html) in both() {
        for form in html.split("<form").skip(1) {
            let form = form.split("</form>").next().expect("closed form");
            if form.contains("method=\"post\"") {
                assert!(
                    form.contains("name=\"csrf\""),
                    "{name}: <form{}",
                    form.chars().take(90).collect::<String>()
                );
            }
        }
    }
}

#[test]
fn tags_are_balanced() {
    for (name, html) in both() {
        for tag in [
            "div", "section", "form", "fieldset", "ul", "ol", "li", "dl", "dd", "dt", "table",
            "tr", "td", "th", "details", "summary", "p", "span", "a", "label", "select", "g",
            "svg", "text", "nav", "h2", "h3",
        ] {
            let open = html.matches(&format!("<{tag} ")).count()
                + html.matches(&format!("<{tag}>")).count();
            assert_eq!(
                open,
                html.matches(&format!("</{tag}>")).count(),
                "{name}: <{tag}>"
            );
        }
    }
}

fn gzip(bytes: &[u8]) -> usize {
    let mut child = std::process::Command::new("gzip")
        .args(["-9", "-c"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("gzip runs");
    let mut stdin = child.stdin.take().expect("stdin");
    let bytes = bytes.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().expect("gzip ends");
    writer.join().expect("writer").expect("written");
    output.stdout.len()
}

#[test]
fn the_first_page_is_below_150_kilobytes() {
    let (_, html) = rendered(Lang::Da)
        .into_iter()
        .find(|(name, _)| name == "opgaver")
        .expect("start page");
    let mut bytes = gzip(html.as_bytes());
    for path in asset::paths() {
        let icon_not_used_here = path.starts_with("img/") && !path.contains("chevron-down.svg");
        if path.starts_with("LICENSE") || icon_not_used_here {
            continue;
        }
        let file = asset::find(&path).expect("listed file");
        bytes += if path.starts_with("fonts/") {
            file.data.len()
        } else {
            gzip(&file.data)
        };
    }
    assert!(bytes > 20_000, "something was not counted: {bytes}");
    assert!(bytes < 150_000, "{bytes} bytes");
}

#[test]
fn pages_are_written_to_look_at() {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/gallery");
    std::fs::create_dir_all(&root).expect("folder");
    for (name, html) in both() {
        std::fs::write(root.join(format!("{name}.html")), html).expect("written");
    }
    for path in asset::paths() {
        let target = root.join("static").join(&path);
        std::fs::create_dir_all(target.parent().expect("parent")).expect("folder");
        std::fs::write(target, asset::find(&path).expect("listed").data).expect("written");
    }
}
