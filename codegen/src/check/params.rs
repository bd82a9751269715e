//! A length that a parameter names must be a parameter that can hold one.

use super::{Context, walk};
use crate::diagnostic::Diagnostic;
use crate::model::{Len, Param, Signature};

/// Reports lengths by parameters that do not exist, or that are the memory itself.
pub fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, signature) in walk::signatures(context.model) {
        for (at, param) in signature.params.iter().enumerate() {
            if let Some(Len::Param(place) | Len::Bytes(place)) = param.len {
                found.extend(check_place(signature, at, param, usize::from(place)));
            }
        }
    }
}

fn check_place(
    signature: &Signature,
    at: usize,
    param: &Param,
    place: usize,
) -> Option<Diagnostic> {
    let name = &param.name;
    let count = signature.params.len();
    let (message, help) = if place >= count {
        let message = format!("the length of `{}` is in parameter {place}", name.text);
        let help = match count {
            1 => "there is one parameter, number 0".to_owned(),
            _ => format!(
                "there are {count} parameters, counted from 0 to {}",
                count - 1
            ),
        };
        (message, help)
    } else if place == at {
        let message = format!("the length of `{}` is in itself", name.text);
        let help = "name the parameter that holds it, counted from 0".to_owned();
        (message, help)
    } else {
        return None;
    };
    Some(Diagnostic::new(name.span, message).with_help(help))
}
