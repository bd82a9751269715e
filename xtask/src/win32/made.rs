//! From the metadata to a model that is fit to become a crate, and the account of the way.

use std::path::Path;

use anyhow::{Context, Error, Result};
use winsec_codegen::diagnostic::Diagnostic;
use winsec_codegen::whole::Whole;
use winsec_codegen::whole::feeds::{Account, feed};
use winsec_codegen::{Analysis, Options, analyse};
use winsec_oracles::import::docs::{Told, describe};
use winsec_oracles::windows_sys;

use crate::pages;
use crate::win32::input::Input;
use crate::win32::progress::Progress;
use crate::workspace::Workspace;

/// What was made of the metadata.
#[derive(Debug)]
pub struct Made {
    /// What is fit to become a crate, and what is not.
    pub whole: Whole,
    /// What became of the types of its constants.
    pub constants: Account,
    /// What became of Microsoft's pages, if there were any.
    pub pages: Option<Vec<Told>>,
    /// How many items the metadata has.
    pub all: usize,
}

impl Made {
    /// Of the items that are wanted, and what these need; documented by the pages in a folder, if one
    /// is given. What is wrong with the metadata comes instead.
    ///
    /// # Errors
    ///
    /// When pages or windows-sys cannot be read.
    pub fn of(
        input: &Input,
        docs: Option<&Path>,
        wanted: impl Fn(&str) -> bool,
        workspace: &Workspace,
        progress: &Progress,
    ) -> Result<Result<Self, Vec<Diagnostic>>> {
        progress.next("analysing it");
        let Analysis {
            mut model, index, ..
        } = match analyse(&input.sources, &Options::METADATA) {
            Ok(analysis) => analysis,
            Err(errors) => return Ok(Err(errors)),
        };
        let all = model.items.len();
        progress.next("typing its constants");
        let previous = windows_sys::locate(&workspace.root).map_err(Error::msg)?;
        let previous = windows_sys::typed(&previous).context("cannot read windows-sys")?;
        let constants = feed(&mut model, &index, &previous);
        // It is found anew for what is kept, and need not exist twice.
        drop(index);
        let pages = match docs {
            Some(folder) => Some(describe(pages::files(folder)?, &mut model)),
            None => None,
        };
        Ok(Whole::of(model, wanted).map(|whole| Self {
            constants: constants.within(&whole.analysis.model),
            whole,
            pages,
            all,
        }))
    }
}
