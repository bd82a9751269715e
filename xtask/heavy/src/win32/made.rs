//! From the metadata to a model that is fit to become a crate, and the account of the way.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context, Error, Result};
use winsec_codegen::diagnostic::Diagnostic;
use winsec_codegen::layout::Layouts;
use winsec_codegen::model::Model;
use winsec_codegen::resolve::Index;
use winsec_codegen::source::Sources;
use winsec_codegen::whole::Whole;
use winsec_codegen::whole::feeds::{Account, feed};
use winsec_codegen::whole::packing::repack;
use winsec_oracles::import::docs::{Told, describe};
use winsec_oracles::windows_sys;

use crate::pages;
use crate::win32::progress::Progress;
use crate::workspace::Workspace;

/// What was made of the metadata.
#[derive(Debug)]
pub struct Made {
    /// What is fit to become a crate, and what is not.
    pub whole: Whole,
    /// What became of the types of its constants.
    pub constants: Account,
    /// The records whose layouts follow from packing that the metadata has lost, kept or not.
    repacked: Vec<String>,
    /// What became of Microsoft's pages, if there were any.
    pub pages: Option<Vec<Told>>,
    /// How many items the metadata has.
    pub all: usize,
}

impl Made {
    /// Of what was read of the sources: of the items that are wanted, and what these need; documented by the pages in a folder, if one
    /// is given. What is wrong with the metadata comes instead.
    ///
    /// # Errors
    ///
    /// When pages or windows-sys cannot be read.
    pub fn of(
        mut model: Model,
        sources: &Sources,
        docs: Option<&Path>,
        wanted: impl Fn(&str) -> bool,
        workspace: &Workspace,
        progress: &Progress,
    ) -> Result<Result<Self, Vec<Diagnostic>>> {
        progress.next("typing its constants");
        let (index, unknown) = Index::new(&model);
        if !unknown.is_empty() {
            return Ok(Err(unknown));
        }
        let all = model.items.len();
        let previous = windows_sys::locate(&workspace.root).map_err(Error::msg)?;
        let previous = windows_sys::typed(&previous).context("cannot read windows-sys")?;
        let constants = feed(&mut model, &index, &previous);
        let layouts = match Layouts::compute(&model, &index) {
            Ok(layouts) => layouts,
            Err(errors) => return Ok(Err(errors)),
        };
        let repacked = match repack(&mut model, &index, &layouts, &previous) {
            Ok(repacked) => repacked,
            Err(errors) => return Ok(Err(errors)),
        };
        // It is found anew for what is kept, and need not exist twice.
        drop((index, layouts));
        let pages = match docs {
            Some(folder) => Some(describe(pages::files(folder)?, &mut model)),
            None => None,
        };
        Ok(Whole::of(model, sources, wanted).map(|whole| Self {
            constants: constants.within(&whole.analysis.model),
            whole,
            repacked,
            pages,
            all,
        }))
    }

    /// The records whose layouts follow from packing that the metadata has lost.
    pub fn repacked(&self) -> impl Iterator<Item = &str> {
        let items = self.whole.analysis.model.items.iter();
        let kept: HashSet<&str> = items.map(|item| item.name.text.as_str()).collect();
        let repacked = self.repacked.iter().map(String::as_str);
        repacked.filter(move |name| kept.contains(name))
    }
}
