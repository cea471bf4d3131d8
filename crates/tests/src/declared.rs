//! What the types of all product crates declare.

use std::any::TypeId;

use weixin::protocol::{InboundMessage, InboundVisitor, MessageInfo};
use weixin_catalog::declared::{Declared, ProductGroups};

/// The declarations of the compiled types: all groups of all products, and all messages and events,
/// each once.
pub fn compiled() -> Declared {
    let products = [
        ("official", weixin::official::ENDPOINTS),
        ("mini", weixin::mini::ENDPOINTS),
        ("work", weixin::work::ENDPOINTS),
        ("open", weixin::open::ENDPOINTS),
    ];
    let products = products.map(|(name, groups)| ProductGroups::new(name, groups));
    let mut messages = Messages::default();
    weixin::protocol::visit_messages(&mut messages);
    weixin::official::visit_messages(&mut messages);
    weixin::mini::visit_messages(&mut messages);
    weixin::work::visit_messages(&mut messages);
    weixin::open::visit_messages(&mut messages);
    Declared::new(products.to_vec(), messages.infos)
}

#[derive(Default)]
struct Messages {
    seen: Vec<TypeId>,
    infos: Vec<MessageInfo>,
}

impl InboundVisitor for Messages {
    fn visit<T: InboundMessage>(&mut self) {
        // Products share messages, too.
        if !self.seen.contains(&TypeId::of::<T>()) {
            self.seen.push(TypeId::of::<T>());
            self.infos.push(MessageInfo::of::<T>());
        }
    }
}
