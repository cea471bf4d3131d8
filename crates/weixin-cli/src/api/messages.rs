//! Every typed message and event, as data.

use std::{any::TypeId, sync::LazyLock};

use weixin::protocol::{InboundMessage, InboundVisitor, MessageInfo};

/// All typed messages and events, each once.
pub(crate) fn all() -> &'static [MessageInfo] {
    static ALL: LazyLock<Vec<MessageInfo>> = LazyLock::new(|| {
        let mut all = Messages::default();
        weixin::protocol::visit_messages(&mut all);
        weixin::official::visit_messages(&mut all);
        weixin::mini::visit_messages(&mut all);
        weixin::work::visit_messages(&mut all);
        weixin::open::visit_messages(&mut all);
        all.infos
    });
    &ALL
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
