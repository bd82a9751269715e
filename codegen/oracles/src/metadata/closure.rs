//! Finds everything that an item of the metadata needs.

use std::collections::HashSet;

use windows_metadata::{
    Type,
    reader::{Item, TypeCategory, TypeDef},
};

use super::{Index, NAMESPACE};

/// The items that `roots` need, and they themselves: whatever an item needs comes before it.
///
/// What `known` says is left out, with what only that needs.
///
/// # Errors
///
/// When a COM interface is needed, which no spec can hold, in words.
pub fn closure<'n>(
    index: &'n Index,
    roots: impl IntoIterator<Item = &'n str>,
    known: impl Fn(&str) -> bool,
) -> Result<Vec<String>, String> {
    let mut closure = Closure {
        index,
        known,
        seen: HashSet::new(),
        order: Vec::new(),
    };
    for root in roots {
        if let Some(owner) = index.owner(root) {
            closure.visit(owner)?;
        }
    }
    Ok(closure.order)
}

/// An item is a COM interface.
struct Interface;

struct Closure<'n, K> {
    index: &'n Index,
    known: K,
    seen: HashSet<String>,
    order: Vec<String>,
}

impl<K: Fn(&str) -> bool> Closure<'_, K> {
    /// Visits an item and what it needs, without recursion: a chain may be long.
    fn visit(&mut self, root: &str) -> Result<(), String> {
        let mut stack = vec![(root.to_owned(), None)];
        while let Some((name, needs)) = stack.pop() {
            let mut needs: Vec<String> = match needs {
                Some(needs) => needs,
                None if (self.known)(&name) || !self.seen.insert(name.clone()) => continue,
                None => self.needs(&name).map_err(|Interface| match stack.last() {
                    Some((user, _)) => {
                        format!("`{user}` needs the COM interface `{name}`, and specs hold none")
                    }
                    None => format!("`{name}` is a COM interface, and specs hold none"),
                })?,
            };
            match needs.pop() {
                Some(next) => {
                    stack.push((name, Some(needs)));
                    stack.push((next, None));
                }
                None => self.order.push(name),
            }
        }
        Ok(())
    }

    /// What an item mentions, the last first.
    fn needs(&self, name: &str) -> Result<Vec<String>, Interface> {
        let mut needs = Vec::new();
        for item in self.index.items(name) {
            match item {
                Item::Fn(method) => {
                    let signature = method.signature(&[]);
                    mentions(&signature.return_type, &mut needs);
                    signature
                        .types
                        .iter()
                        .for_each(|ty| mentions(ty, &mut needs));
                }
                Item::Const(field) => mentions(&field.ty(), &mut needs),
                Item::Type(ty) => match ty.category() {
                    TypeCategory::Struct => self.fields(ty, &mut needs),
                    TypeCategory::Delegate => {
                        for method in ty.methods().filter(|method| method.name() == "Invoke") {
                            let signature = method.signature(&[]);
                            mentions(&signature.return_type, &mut needs);
                            signature
                                .types
                                .iter()
                                .for_each(|ty| mentions(ty, &mut needs));
                        }
                    }
                    TypeCategory::Interface | TypeCategory::Class => return Err(Interface),
                    _ => {}
                },
            }
        }
        needs.retain(|need| need != name);
        needs.reverse();
        Ok(needs)
    }

    fn fields(&self, ty: TypeDef<'_>, needs: &mut Vec<String>) {
        for field in ty.fields() {
            mentions(&field.ty(), needs);
        }
        for nested in self.index.nested(ty) {
            self.fields(nested, needs);
        }
    }
}

/// The names in a type.
fn mentions(ty: &Type, needs: &mut Vec<String>) {
    match ty {
        // Types that are defined inside another have no namespace.
        Type::ClassName(name) | Type::ValueName(name) if name.namespace == NAMESPACE => {
            needs.push(name.name.clone());
        }
        Type::PtrMut(to, _) | Type::PtrConst(to, _) | Type::ArrayFixed(to, _) => {
            mentions(to, needs);
        }
        _ => {}
    }
}
