//! The list of the typed messages and events declared here.

use super::{
    Click, Image, InboundMessage, Link, Location, LocationReport, Scan, ShortVideo, Subscribe,
    Text, Unsubscribe, Video, View, Voice,
};

/// Is shown typed messages and events as types, one after the other: for what has to do the same
/// with every one of them, such as reading samples of each.
pub trait InboundVisitor {
    /// Takes the next message or event.
    fn visit<T: InboundMessage>(&mut self);
}

/// Shows every message and event that this crate declares to a visitor.
pub fn visit_messages(visitor: &mut impl InboundVisitor) {
    visitor.visit::<Text>();
    visitor.visit::<Image>();
    visitor.visit::<Voice>();
    visitor.visit::<Video>();
    visitor.visit::<ShortVideo>();
    visitor.visit::<Location>();
    visitor.visit::<Link>();
    visitor.visit::<Subscribe>();
    visitor.visit::<Unsubscribe>();
    visitor.visit::<Scan>();
    visitor.visit::<LocationReport>();
    visitor.visit::<Click>();
    visitor.visit::<View>();
}
