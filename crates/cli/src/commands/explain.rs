//! `winsec explain`: what a code, a flag or a name means, from the specs, offline.

mod entry;
mod flags;
mod pasted;
mod query;
mod show;

use clap::Args;
use serde::Serialize;

use self::query::Explanation;
use crate::catalogue::{self, Named, didyoumean, similar};
use crate::outcome::{Failure, Outcome, Status};
use crate::output::Output;
use crate::place::Place;

/// Say what a code, a flag or a name means, offline
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  winsec explain 0x80090305 WSAEMSGSIZE\n  winsec explain 0x23 --as SECPKG_FLAGS"
)]
pub(crate) struct Explain {
    /// Names, codes as they are printed, NAME|NAME, or patterns such as "SEC_E_*"
    #[arg(
        required = true,
        value_name = "CODE|FLAG|NAME",
        allow_negative_numbers = true
    )]
    queries: Vec<String>,
    /// Read the number as a value of this flag set or enumeration
    #[arg(long = "as", value_name = "TYPE")]
    of: Option<String>,
    /// List everything that a number may mean
    #[arg(long)]
    all: bool,
}

#[derive(Serialize)]
struct Answers {
    explanations: Vec<Explanation>,
}

impl Explain {
    /// Explains each of them; nothing is printed if one of them means nothing.
    pub(crate) fn run(self, output: &Output) -> Outcome {
        let sentence = self.queries.join(" ");
        let queries = if pasted::is_introduced(&sentence) {
            vec![sentence]
        } else {
            self.queries
        };
        let explanations = queries
            .iter()
            .map(|query| query::explain(query, self.of.as_deref(), self.all))
            .collect::<Outcome<Vec<_>>>()?;
        output.print(
            &Place::Offline,
            &Answers { explanations },
            |page, answers| {
                for answer in &answers.explanations {
                    show::show(page, answer, self.all);
                }
            },
        )?;
        Ok(Status::Fine)
    }
}

/// Nothing has this name.
fn unknown_name(name: &str) -> Failure {
    let names = similar(name, catalogue::all().map(Named::name));
    Failure::usage(format!("nothing is called {name}")).help(didyoumean(&names).unwrap_or_else(
        || "list names with a pattern, such as winsec explain \"SEC_E_*\"".to_owned(),
    ))
}
