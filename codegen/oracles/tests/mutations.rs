//! Every small change of the real specs is noticed: each value, order, type and DLL, one at a time.
//!
//! The parties are asked once; then each mutation of the model is held against their answers in
//! memory. What nobody can notice stands in `golden/unnoticed.txt`.

mod mutate;

use std::{collections::BTreeSet, path::Path};

use winsec_codegen::{
    analyse,
    model::{ItemId, Model},
    options::{Docs, Options, Rules},
    source::Sources,
};
use winsec_oracles::{
    answers::{Answers, PARTIES},
    findings::{Findings, weigh},
    gather::gather,
    judge::judge_item,
    ours::Ours,
};

/// What is wrong with an item.
fn problems(model: &Model, answers: &Answers, id: ItemId) -> BTreeSet<String> {
    let ours = match Ours::new(model) {
        Ok(ours) => ours,
        // What the generator itself refuses needs no oracle.
        Err(errors) => return errors.into_iter().map(|error| error.message).collect(),
    };
    let mut findings = Findings::default();
    weigh(
        &ours,
        answers,
        &judge_item(&ours, answers, id),
        &mut findings,
    );
    let item = ours.item(id).name.text.as_str();
    findings
        .problems
        .into_iter()
        .inspect(|problem| assert!(problem.element.starts_with(item), "{problem:?}"))
        .map(|problem| format!("{problem:?}"))
        .collect()
}

#[test]
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
        let before = problems(&model, &answers, id);
        for mutation in mutate::mutations(&model.items[at]) {
            count += 1;
            let original = std::mem::replace(&mut model.items[at], mutation.item);
            let after = problems(&model, &answers, id);
            if after.is_subset(&before) {
                unnoticed.push(format!("{}: {}", original.name.text, mutation.what));
            }
            model.items[at] = original;
        }
    }
    eprintln!("{count} mutations");
    unnoticed.sort();
    assert_eq!(unnoticed.join("\n"), "");
}
