//! What is declared of a message or event, as data.

use super::{InboundMessage, Selector};
use crate::{FieldInfo, Product, PushClass};

/// What is declared of a message or event, as data: for tools that know every push only by its
/// table.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct MessageInfo {
    /// Which pushes it is read from.
    pub selector: Selector,
    /// The element that XML has around the fields.
    pub group: Option<&'static str>,
    /// Which products push it.
    pub scope: &'static [Product],
    /// The rules for answering it, one for each kind of account that gets it.
    pub classes: &'static [PushClass],
    /// The fields besides the header.
    pub fields: &'static [FieldInfo],
}

impl MessageInfo {
    /// A message or event with these fields, without a group around them.
    pub const fn new(
        selector: Selector,
        scope: &'static [Product],
        classes: &'static [PushClass],
        fields: &'static [FieldInfo],
    ) -> Self {
        Self { selector, group: None, scope, classes, fields }
    }

    /// The same, with this element around the fields in XML.
    #[must_use]
    pub const fn group(mut self, element: &'static str) -> Self {
        self.group = Some(element);
        self
    }

    /// What is declared of `T`.
    pub const fn of<T: InboundMessage>() -> Self {
        Self {
            selector: T::SELECTOR,
            group: T::GROUP,
            scope: T::SCOPE,
            classes: T::CLASSES,
            fields: T::FIELDS,
        }
    }
}
