//! Choosing packages by preference and capability, and saying why each other one was refused.

use core::fmt;

use winsec_core::Backend;

use crate::name::is_same;
use crate::{Capabilities, PackageInfo, PackageList};

/// Which side of a connection selects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a connection has two sides")]
pub enum Role {
    /// A client: it selects one package.
    Client,
    /// A server: it selects every package that it would accept a client with.
    Server,
}

/// What a client or a server asks of a package.
///
/// ```
/// use winsec_sspi::{Capabilities, Selection};
///
/// fn why_not(packages: &winsec_sspi::PackageList) {
///     let choice = Selection::server()
///         .prefer(["Negotiate", "Kerberos"])
///         .require(Capabilities::IMPERSONATION)
///         .choose(packages);
///     for refusal in choice.refused() {
///         println!("{refusal}");
///     }
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    role: Role,
    preferences: Vec<String>,
    required: Capabilities,
}

impl Selection {
    /// A client's: the first acceptable package is chosen.
    #[must_use]
    pub const fn client() -> Self {
        Self::new(Role::Client)
    }

    /// A server's: every acceptable package is chosen, in order of preference.
    #[must_use]
    pub const fn server() -> Self {
        Self::new(Role::Server)
    }

    /// The selection of one side, with no preference and no requirement: the system's own order.
    #[must_use]
    pub const fn new(role: Role) -> Self {
        Self {
            role,
            preferences: Vec::new(),
            required: Capabilities::empty(),
        }
    }

    /// Accepts these packages alone, the earlier the better. Case does not matter; a name that was
    /// given before keeps its place.
    #[must_use]
    pub fn prefer<I>(mut self, names: I) -> Self
    where
        I: IntoIterator,
        I::Item: Into<String>,
    {
        for name in names {
            let name = name.into();
            let known = |other: &String| is_same(other.chars(), name.chars());
            if !self.preferences.iter().any(known) {
                self.preferences.push(name);
            }
        }
        self
    }

    /// Accepts only packages that can do all of this, besides what was required before.
    #[must_use]
    pub fn require(mut self, capabilities: Capabilities) -> Self {
        self.required |= capabilities;
        self
    }

    /// Chooses among the packages of a list.
    ///
    /// Every package of the list, and every preferred name that the list lacks, is either chosen or
    /// refused with a reason.
    #[must_use]
    pub fn choose<'a>(&self, packages: &'a PackageList) -> Choice<'a> {
        let mut choice = Choice {
            chosen: Vec::new(),
            refused: Vec::new(),
        };
        if self.preferences.is_empty() {
            for package in packages {
                self.judge(package, &mut choice);
            }
            return choice;
        }
        for name in &self.preferences {
            let mut named = packages.iter().filter(|package| package.is_named(name));
            match named.next() {
                Some(package) => self.judge(package, &mut choice),
                None => choice.refused.push(Refusal {
                    name: name.clone(),
                    reason: Reason::NotInstalled,
                }),
            }
            // A name chooses one package: SSPI takes the first that has it.
            for package in named {
                choice.refuse(package, Reason::SameName);
            }
        }
        for package in packages {
            if !self.preferences.iter().any(|name| package.is_named(name)) {
                choice.refuse(package, Reason::NotPreferred);
            }
        }
        choice
    }

    /// Chooses or refuses one package that is wanted.
    fn judge<'a>(&self, package: PackageInfo<'a>, choice: &mut Choice<'a>) {
        let capabilities = package.capabilities();
        let missing = self.required.difference(capabilities);
        let reason = if !missing.is_empty() {
            Reason::Lacks(missing)
        } else if self.role == Role::Server && capabilities.contains(Capabilities::CLIENT_ONLY) {
            Reason::ClientOnly
        } else if self.role == Role::Client && !choice.chosen.is_empty() {
            Reason::AnotherFirst
        } else {
            choice.chosen.push(package);
            return;
        };
        choice.refuse(package, reason);
    }
}

/// The packages chosen, and why each other one was refused. Its `Display` says it all.
#[derive(Debug, Clone)]
pub struct Choice<'a> {
    chosen: Vec<PackageInfo<'a>>,
    refused: Vec<Refusal>,
}

impl<'a> Choice<'a> {
    /// The best package, if one is acceptable.
    #[must_use]
    pub fn best(&self) -> Option<PackageInfo<'a>> {
        self.chosen.first().copied()
    }

    /// The packages chosen, best first: at most one for a client.
    #[must_use]
    pub fn chosen(&self) -> &[PackageInfo<'a>] {
        &self.chosen
    }

    /// Who listed the packages: the system, or a test's scenario.
    #[must_use]
    pub fn backend(&self) -> Backend {
        winsec_core::backend()
    }

    /// All others: those preferred first, in that order, then the rest in the system's.
    #[must_use]
    pub fn refused(&self) -> &[Refusal] {
        &self.refused
    }

    fn refuse(&mut self, package: PackageInfo<'_>, reason: Reason) {
        self.refused.push(Refusal {
            name: package.name().to_string_lossy(),
            reason,
        });
    }
}

impl fmt::Display for Choice<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.chosen.as_slice() {
            [] => f.write_str("no package is acceptable")?,
            chosen => {
                for (place, package) in chosen.iter().enumerate() {
                    f.write_str(if place == 0 { "chosen: " } else { ", " })?;
                    write!(f, "{}", package.name().display())?;
                }
            }
        }
        f.write_str(self.backend().mark())?;
        for refusal in &self.refused {
            write!(f, "\n{refusal}")?;
        }
        Ok(())
    }
}

/// A package that was not chosen, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Refusal {
    /// The package's name; as it was asked for, if the system has no such package.
    pub name: String,
    /// Why it was not chosen.
    pub reason: Reason,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {}: {}", self.name, self.reason)
    }
}

/// Why a package was not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// It was asked for, and the system does not have it.
    NotInstalled,
    /// It was not among those asked for.
    NotPreferred,
    /// It cannot do these.
    Lacks(Capabilities),
    /// It cannot serve, and a server asks.
    ClientOnly,
    /// It would do, and one that stands before it was chosen.
    AnotherFirst,
    /// A package before it has the same name, and the name chooses that one.
    SameName,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotInstalled => f.write_str("the system does not have it"),
            Self::NotPreferred => f.write_str("it was not asked for"),
            Self::Lacks(missing) => write!(f, "it cannot do {missing}"),
            Self::ClientOnly => f.write_str("it serves clients alone"),
            Self::AnotherFirst => f.write_str("it would do, and another came first"),
            Self::SameName => f.write_str("another package goes by its name"),
        }
    }
}
