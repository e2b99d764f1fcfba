// SPDX-License-Identifier: EUPL-1.2
//! A rule file with a mistake in it: every line names file, rule and field, and what would be right.

use traad_duty::{
    Agreement, AgreementTerms, AgreementVersion, Answer, Demand, Minute, Rulebook, SourceFile,
};

const GROUND: &str = r#"
[facts]
asked = ["ref", "answer"]
answered = ["ref", "until"]
left = []
[states]
closed = { from = "left" }
[anchors]
until = "answered.until"
"#;

fn wrong(text: &str, demand: Demand) -> String {
    let text = format!("{GROUND}{text}");
    Rulebook::compile(
        &[SourceFile {
            name: "lov.toml",
            text: &text,
        }],
        demand,
    )
    .unwrap_err()
    .to_string()
}

#[track_caller]
fn check(rule: &str, expected: &str) {
    let rest = [
        ("starts", "[{ each = \"asked\" }]"),
        ("due", "\"3 days\""),
        ("done_by", "\"answered\""),
    ];
    let mut text = format!("[rule.r]\n{rule}\n");
    for (field, value) in rest {
        if !rule.contains(&format!("{field} =")) {
            text += field;
            text += " = ";
            text += value;
            text += "\n";
        }
    }
    let said = wrong(&text, Demand::Engine);
    assert!(
        said.starts_with(&format!("lov.toml: rule `r`, {expected}")),
        "said: {said}"
    );
}

#[test]
fn form() {
    check(
        "dues = 3",
        "field `dues`: no such field; the fields here are `title`",
    );
    check(
        "due = 3",
        "field `due`: a deadline is needed: a moment as `3 days`",
    );
    check(
        "due = \"3 dage\"",
        "field `due`: `3 dage` is no moment; write `3 days`",
    );
    check(
        "due = { earliest = [] }",
        "field `due`: `earliest` needs at least one",
    );
    check(
        "strength = \"strong\"",
        "field `strength`: `strong` is no strength; write `law`",
    );
}

#[test]
fn form_of_what_a_rule_says_of_itself() {
    check(
        "clock = \"wall\"",
        "field `clock`: `wall` is no clock; write `occurred` or `recorded`",
    );
    check(
        "valid = { from = 2026-02-01, to = 2026-01-01 }",
        "field `valid`: `to` lies before `from`",
    );
    check(
        "valid = { from = \"i dag\" }",
        "field `valid.from`: a date is needed",
    );
    check(
        "unverified = \"yes\"",
        "field `unverified`: true or false is needed",
    );
    check("title = { da = \"x\" }", "field `title.en`: is lacking");
    check(
        "remind = \"soon\"",
        "field `remind`: `soon` is no span of time; write `3 days`",
    );
    check(
        "starts = []",
        "field `starts`: at least one start is needed",
    );
    check(
        "starts = [{ if = [] }]",
        "field `starts[0]`: exactly one is needed of `each`, `on`, `breach_of`",
    );
    check(
        "starts = [{ each = \"asked\", if = [\"answer is no\"] }]",
        "field `starts[0].if[0]`: `answer is no` is no condition; write a state",
    );
    check(
        "starts = [{ on = \"asked\", steps = 3 }]",
        "field `starts[0].steps`: positions are needed; write { months",
    );
    check(
        "starts = [{ on = \"asked\", steps = { hours = [1] } }]",
        "field `starts[0].steps`: `hours` is no unit of positions",
    );
    check(
        "done_by = { on = \"answered\", count = 0 }",
        "field `done_by.count`: at least 1 is needed",
    );
    check(
        "done_by = { on = \"answered\", count = 2, spend = true }",
        "field `done_by`: only one of `count`, `each_of` and `spend` can be used",
    );
    check(
        "void_by = [\"Closed\"]",
        "field `void_by[0]`: `Closed` is no state; write the name of a state",
    );
}

#[test]
fn names() {
    check(
        "starts = [{ each = \"askd\" }]",
        "field `starts[0]`: no fact has the type `askd`; did you mean `asked`?",
    );
    check(
        "starts = [{ each = \"asked\", if = [\"has reff\"] }]",
        "field `starts[0].if`: `asked` has no attribute `reff`; it has `answer`, `ref`",
    );
    check(
        "done_by = { on = \"left\", same = [\"ref\"] }",
        "field `done_by.same`: `left` has no attribute `ref`; it has none",
    );
    check(
        "void_by = [\"open\"]",
        "field `void_by`: there is no state `open`; there are `closed`",
    );
    check(
        "due = \"birth + 3 days\"",
        "field `due`: there is no anchor `birth`; there are `until`",
    );
    check(
        "due = \"gestation 20\"",
        "field `due`: there is no anchor `lmp`; there are `until`",
    );
    check(
        "due = \"{until}\"",
        "field `due`: `asked` has no attribute `until`",
    );
}

#[test]
fn names_of_rules_and_positions() {
    check(
        "needs = [\"lmp\"]",
        "field `needs`: there is no anchor `lmp`",
    );
    check(
        "starts = [{ breach_of = \"s\" }]",
        "field `starts[0].breach_of`: there is no rule `s`; did you mean `r`?",
    );
    check(
        "starts = [{ breach_of = \"r\" }]",
        "field `starts`: the breach that starts it depends on itself",
    );
    check(
        "succeeds = \"old\"",
        "field `succeeds`: there is no rule `old`",
    );
    check(
        "due = \"step\"",
        "field `due`: `step` can only be used when every start has `steps`",
    );
    check(
        "done_by = { on = \"answered\", where = { ref = \"{step}\" } }",
        "field `done_by.where`: `{step}` can only be used",
    );
    check(
        "starts = [{ each = \"asked\", key = \"one\" }]",
        "field `starts[0].key`: a start with `each` needs `{seq}`",
    );
    check(
        "starts = [{ each = \"asked\", key = \"{seq}{step}\" }]",
        "field `starts[0].key`: a start with `steps` needs",
    );
    check(
        "starts = [{ each = \"asked\", key = \"{seq}{key}\" }]",
        "field `starts[0].key`: a start with `breach_of`",
    );
}

#[test]
fn files() {
    assert_eq!(
        wrong("[rule.r\n", Demand::Engine),
        "lov.toml: line 10: not TOML: unclosed table, expected `]`"
            .replace("line 10: ", "line 10, ")
    );
    assert!(
        wrong("[rules.r]\n", Demand::Engine).starts_with("lov.toml: field `rules`: no such field")
    );
    let said = wrong("x = []\n[rule.r]\ndue = \"1 day\"", Demand::Engine);
    assert!(
        said.contains("anchors.x") && said.contains("rule `r`, field `starts`: is lacking"),
        "{said}"
    );
    let twice = SourceFile {
        name: "a.toml",
        text: "[states]\ns = { from = \"x\" }",
    };
    let said = Rulebook::compile(
        &[
            twice,
            SourceFile {
                name: "b.toml",
                ..twice
            },
        ],
        Demand::Engine,
    )
    .unwrap_err();
    assert_eq!(
        said.to_string(),
        "b.toml: states.s, is already defined in another file; give it another name"
    );
}

#[test]
fn what_is_published_says_more() {
    let said = wrong(
        "[rule.r]\nstarts = [{ each = \"asked\" }]\ndue = \"1 day\"\ndone_by = \"answered\"",
        Demand::Published,
    );
    for field in ["title", "category", "cites", "owed_by", "valid"] {
        assert!(
            said.contains(&format!(
                "lov.toml: rule `r`, field `{field}`: is lacking; write "
            )),
            "{said}"
        );
    }
}

#[test]
fn answers_that_rules_cannot_read() {
    let text = format!(
        "{GROUND}[rule.r]\nstarts = [{{ on = \"asked\", steps = \"agreement:p\" }}]\ndue = \"step + agreement:d days\"\ndone_by = \"answered\""
    );
    let rulebook = Rulebook::compile(
        &[SourceFile {
            name: "r.toml",
            text: &text,
        }],
        Demand::Engine,
    )
    .unwrap();
    assert_eq!(rulebook.agreement_keys().collect::<Vec<_>>(), ["p", "d"]);
    let check = |key: &str, answer: Answer, expected: &str| {
        let answers = [(key.to_owned(), answer)].into();
        let version = AgreementVersion {
            id: "v1".to_owned(),
            in_force_from: Minute(0),
            answers,
        };
        let terms = AgreementTerms {
            versions: vec![version],
            ..AgreementTerms::default()
        };
        let said = Agreement::new(&rulebook, &terms).unwrap_err().to_string();
        assert!(
            said.starts_with(&format!("agreement `v1`, key `{key}`: {expected}")),
            "{said}"
        );
    };
    check(
        "d",
        Answer::Text("snart".to_owned()),
        "rules read it as a number; answer a whole number",
    );
    check("d", Answer::Number(-1), "rules read it as a number");
    check(
        "p",
        Answer::Number(3),
        "rules read it as positions; answer a list such as",
    );
    check(
        "p",
        Answer::List(vec!["gestation 20".to_owned()]),
        "`gestation 20` is no position",
    );
    check(
        "p",
        Answer::List(vec!["3 days".to_owned(), "3  days".to_owned()]),
        "the position `3 days` stands there twice",
    );
    check(
        "p",
        Answer::List(vec!["uge 20".to_owned()]),
        "`uge 20` is no moment; write",
    );
}
