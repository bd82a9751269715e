//! What each party answered, and what could not be asked.

use winsec_codegen::model::{Arches, Party};

use crate::fact::Facts;

/// The parties, in the order of the table's columns.
pub const PARTIES: [Party; 3] = [Party::Metadata, Party::C, Party::WindowsSys];

/// One party's answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What it says.
    pub facts: Facts,
    /// Its records as Microsoft's compiler would lay them out, if that is another question.
    pub layouts: Facts,
    /// The architectures that it was asked of; none when it could not be asked at all.
    pub asked: Arches,
    /// What exactly was asked, for the summary: versions.
    pub sources: Vec<String>,
    /// What could not be asked, and why.
    pub gaps: Vec<String>,
}

impl Default for Answer {
    /// A party that was not asked.
    fn default() -> Self {
        Self {
            facts: Facts::default(),
            layouts: Facts::default(),
            asked: Arches::NONE,
            sources: Vec::new(),
            gaps: Vec::new(),
        }
    }
}

/// Every party's answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    answers: [Answer; 3],
}

impl Answers {
    /// A party's answer.
    #[must_use]
    pub fn of(&self, party: Party) -> &Answer {
        &self.answers[place(party)]
    }

    /// A party's answer, to be filled in.
    pub fn of_mut(&mut self, party: Party) -> &mut Answer {
        &mut self.answers[place(party)]
    }
}

/// A party's column.
pub(crate) fn place(party: Party) -> usize {
    match party {
        Party::Metadata => 0,
        Party::C => 1,
        Party::WindowsSys => 2,
    }
}

/// How a spec's markers write a party.
#[must_use]
pub fn key(party: Party) -> &'static str {
    match party {
        Party::Metadata => "metadata",
        Party::C => "c",
        Party::WindowsSys => "windows_sys",
    }
}

/// What a party is called in a sentence.
#[must_use]
pub fn title(party: Party) -> &'static str {
    match party {
        Party::Metadata => "Microsoft's metadata",
        Party::C => "the C headers",
        Party::WindowsSys => "windows-sys",
    }
}
