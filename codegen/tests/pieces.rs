//! A file is printed piece by piece, and its text does not show where one ends.

use std::path::Path;

use winsec_bindgen::emit::{Spec, pieces};
use winsec_bindgen::model::{ItemId, ModuleId};
use winsec_bindgen::render::{Print, Renderer};
use winsec_bindgen::source::Sources;
use winsec_bindgen::tokens::Tokens;
use winsec_bindgen::{Analysis, Options, analyse};

#[test]
fn pieces_are_the_same_text_as_all_at_once() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let sources = Sources::load([specs]).expect("the specs can be read");
    let Analysis {
        model,
        index,
        layouts,
    } = analyse(&sources, &Options::SPECS).expect("the specs are right");
    let spec = Spec::new(&model, &index, &layouts);
    let mut most = 0;
    for (id, module) in (0..).map(ModuleId).zip(&model.modules) {
        let all = (0..).map(ItemId).zip(&model.items);
        let items: Vec<_> = all
            .filter(|(_, item)| item.module == id)
            .map(|(at, _)| at)
            .collect();
        let mut renderer = Renderer::default();
        let mut together = Tokens::new();
        let mut parts = Print::header("A header.");
        let pieces = pieces(&spec, id, &items);
        most = most.max(pieces.len());
        for piece in &pieces {
            let mut tokens = Tokens::new();
            piece.emit(&spec, &mut tokens);
            parts.append(renderer.items(&tokens));
            piece.emit(&spec, &mut together);
        }
        let mut whole = Print::header("A header.");
        whole.append(renderer.items(&together));
        assert_eq!(parts.finish(), whole.finish(), "{}", module.name);
    }
    assert!(most > 4, "no file has items in several pieces");
}
