//! Every typed message and event, with the functions that read and write it.

use std::{any::TypeId, fmt::Debug, sync::LazyLock};

use weixin::protocol::{Inbound, InboundMessage, InboundVisitor, Product, Selector};

/// A message or event that has a type.
pub(crate) struct TypedMessage {
    pub(crate) selector: Selector,
    pub(crate) scope: &'static [Product],
    id: TypeId,
    read: fn(&Inbound) -> Result<(Inbound, usize), String>,
}

impl TypedMessage {
    fn of<T: InboundMessage>() -> Self {
        let id = TypeId::of::<T>();
        Self { selector: T::SELECTOR, scope: T::SCOPE, id, read: message::<T> }
    }

    /// Reads a push and writes it back. Also returns how many values were read as `Other`.
    pub(crate) fn read(&self, push: &Inbound) -> Result<(Inbound, usize), String> {
        (self.read)(push)
    }
}

fn message<T: InboundMessage>(push: &Inbound) -> Result<(Inbound, usize), String> {
    let message: T = push.read().map_err(|error| error.to_string())?;
    let others = others(&message);
    let written = Inbound::of(push.header(), &message, push.format());
    // Written as text and read again, as the receiver of a push would.
    let written =
        Inbound::parse(&written.write(push.format())).map_err(|error| error.to_string())?;
    Ok((written, others))
}

/// All typed messages and events, each once.
pub(crate) fn all() -> &'static [TypedMessage] {
    static ALL: LazyLock<Vec<TypedMessage>> = LazyLock::new(|| {
        let mut all = Messages(Vec::new());
        weixin::protocol::visit_messages(&mut all);
        weixin::official::visit_messages(&mut all);
        weixin::mini::visit_messages(&mut all);
        weixin::work::visit_messages(&mut all);
        weixin::open::visit_messages(&mut all);
        all.0
    });
    &ALL
}

struct Messages(Vec<TypedMessage>);

impl InboundVisitor for Messages {
    fn visit<T: InboundMessage>(&mut self) {
        // Products share messages, too.
        if !self.0.iter().any(|known| known.id == TypeId::of::<T>()) {
            self.0.push(TypedMessage::of::<T>());
        }
    }
}

/// How many values were read as the variant `Other`, with which enums keep unknown values. Only
/// the `Debug` output shows this: outside of quotes, nothing else is written as `Other(`.
fn others(value: &impl Debug) -> usize {
    let text = format!("{value:?}");
    let (mut count, mut quoted, mut escaped) = (0, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            'O' if !quoted => {
                let starts_here =
                    text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                count += usize::from(starts_here && text[at..].starts_with("Other("));
            }
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_variants_are_counted_not_texts() {
        #[derive(Debug)]
        #[expect(dead_code, reason = "only `Debug` reads it")]
        enum Kind {
            Other(String),
            Another(u8),
        }
        assert_eq!(
            others(&[Kind::Other("x".into()), Kind::Another(1), Kind::Other("y".into())]),
            2
        );
        assert_eq!(others(&r#"Other("x") \" Other(1)"#), 0);
        assert_eq!(others(&Kind::Other("Other(".into())), 1);
    }
}
