//! Every small change of the real specs is noticed: each value, order, type and DLL, one at a time.
//!
//! The parties are asked once; then each mutation of the model is held against their answers in
//! memory. What nobody can notice is not among the mutations: which of our own sets types a field
//! whose integer is the same (no party knows the sets), the order of an enumeration's members (it
//! has no meaning), and what only we say (documentation, error codes, Windows versions).

mod mutate;

use std::path::Path;

use winsec_codegen::{
    analyse,
    model::{ItemId, Model},
    options::{Docs, Options, Rules},
    source::Sources,
};
use winsec_oracles::{
    answers::{Answers, PARTIES},
    findings::{Findings, findings, weigh},
    gather::gather,
    judge::{judge, judge_item},
    ours::Ours,
};

/// What is wrong with an item.
fn problems(model: &Model, answers: &Answers, id: ItemId) -> Vec<String> {
    let ours = match Ours::new(model) {
        Ok(ours) => ours,
        // What the generator itself refuses needs no oracle.
        Err(errors) => return errors.into_iter().map(|error| error.message).collect(),
    };
    let judgement = judge_item(&ours, answers, id);
    let mut findings = Findings::default();
    weigh(&ours, answers, &judgement, &mut findings);
    let item = ours.item(id).name.text.as_str();
    for problem in &findings.problems {
        assert!(problem.element.starts_with(item), "{problem:?}");
    }
    said(&findings)
}

/// What is wrong with anything.
fn problems_of_all(model: &Model, answers: &Answers) -> Vec<String> {
    let Ok(ours) = Ours::new(model) else {
        return Vec::new();
    };
    said(&findings(&ours, answers, &judge(&ours, answers)))
}

fn said(findings: &Findings) -> Vec<String> {
    findings
        .problems
        .iter()
        .map(|problem| format!("{problem:?}"))
        .collect()
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "the C compilers for all architectures are Debian's packages"
)]
fn every_mutation_of_the_specs_is_noticed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let sources = Sources::load([root.join("specs")]).expect("the specs can be read");
    let options = Options {
        docs: Docs::Optional,
        rules: Rules::Metadata,
        ..Options::SPECS
    };
    let mut model = analyse(&sources, &options)
        .expect("the specs are right")
        .model;
    let answers = {
        let ours = Ours::new(&model).expect("the specs are right");
        gather(
            &ours,
            &root,
            &Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutations"),
        )
    };
    for party in PARTIES {
        let gaps = &answers.of(party).gaps;
        assert!(gaps.is_empty(), "this test needs every party: {gaps:?}");
    }

    let mut unnoticed = Vec::new();
    let mut count = 0;
    for at in 0..model.items.len() {
        let id = ItemId(u32::try_from(at).expect("few items"));
        let name = model.items[at].name.text.clone();
        assert_eq!(problems(&model, &answers, id), [""; 0], "wrong already");
        for mutation in mutate::mutations(&model.items[at]) {
            count += 1;
            let original = std::mem::replace(&mut model.items[at], mutation.item);
            // The integer of a set may be noticed only where a field is of the set.
            let noticed = !problems(&model, &answers, id).is_empty()
                || problems_of_all(&model, &answers)
                    .iter()
                    .any(|problem| problem.contains(&name));
            if !noticed {
                unnoticed.push(format!("{name}: {}", mutation.what));
            }
            model.items[at] = original;
        }
    }
    assert!(count > 2000, "only {count} mutations were made");
    assert!(
        unnoticed.is_empty(),
        "of {count} mutations nobody noticed:\n{}",
        unnoticed.join("\n")
    );
}
