//! What the page of each message and event says about answering it is what the rules say.

use weixin::protocol::{InboundMessage, InboundVisitor, Kind, PushClass, Selector, push_class};

/// Compares the classes of each declared message with those of the pushes it is read from.
#[derive(Default)]
struct Classes {
    compared: usize,
    different: Vec<String>,
}

impl InboundVisitor for Classes {
    fn visit<T: InboundMessage>(&mut self) {
        let kinds = match T::SELECTOR {
            Selector::Message(message) => vec![Kind::Message(message)],
            Selector::Event { event, change } => {
                event.split('|').map(|event| Kind::Event { event, change }).collect()
            }
            Selector::Notice { info, change } => vec![Kind::Notice { info, change }],
            Selector::EventOrNotice { name, change } => {
                vec![Kind::Event { event: name, change }, Kind::Notice { info: name, change }]
            }
            other => panic!("{other:?} is not known here"),
        };
        let mut expected: Vec<&PushClass> = Vec::new();
        for product in T::SCOPE {
            for kind in &kinds {
                let class = push_class(*product, kind);
                if !expected.contains(&class) {
                    expected.push(class);
                }
            }
        }
        self.compared += 1;
        if !expected.into_iter().eq(T::CLASSES) {
            self.different.push(format!("{}: {:?}", T::SELECTOR, T::CLASSES));
        }
    }
}

#[test]
fn pages_of_messages_state_the_rules_of_their_pushes() {
    let mut classes = Classes::default();
    weixin::protocol::visit_messages(&mut classes);
    weixin::official::visit_messages(&mut classes);
    weixin::mini::visit_messages(&mut classes);
    weixin::work::visit_messages(&mut classes);
    weixin::open::visit_messages(&mut classes);
    assert!(classes.compared > 200, "only {} messages were compared", classes.compared);
    assert!(classes.different.is_empty(), "{}", classes.different.join("\n"));
}
