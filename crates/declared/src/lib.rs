//! Generates and checks the declarations in the catalogue (`weixin_catalog::declared`): what the types
//! of all product crates declare.

use std::any::TypeId;

use weixin_catalog::declared::{Declared, ProductGroups};
use weixin_protocol::{InboundMessage, InboundVisitor, MessageInfo};

/// The declarations of the compiled types: all groups of all products, and all messages and events,
/// each once.
pub fn compiled() -> Declared {
    let products = [
        ("official", weixin_official::ENDPOINTS),
        ("mini", weixin_mini::ENDPOINTS),
        ("work", weixin_work::ENDPOINTS),
        ("open", weixin_open::ENDPOINTS),
    ];
    let products = products.map(|(name, groups)| ProductGroups::new(name, groups));
    let mut messages = Messages::default();
    weixin_protocol::visit_messages(&mut messages);
    weixin_official::visit_messages(&mut messages);
    weixin_mini::visit_messages(&mut messages);
    weixin_work::visit_messages(&mut messages);
    weixin_open::visit_messages(&mut messages);
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
