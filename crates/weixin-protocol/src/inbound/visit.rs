//! The list of the typed messages and events declared here.

use super::{
    Click, EnterSession, Image, InboundMessage, Link, Location, LocationReport, MenuAlbum,
    MenuCamera, MenuCameraOrAlbum, MenuLocation, MenuScan, MenuScanAndWait, MiniProgramPage, Scan,
    ShortVideo, Subscribe, Text, Unsubscribe, Video, View, ViewMiniProgram, Voice,
};

/// Is shown typed messages and events as types, one after the other: for what has to do the same
/// with every one of them, such as reading samples of each.
pub trait InboundVisitor {
    /// Takes the next message or event.
    fn visit<T: InboundMessage>(&mut self);
}

/// Lists the messages and events of a group, once: defines the function `visit_messages`, which
/// shows each of them to an [`InboundVisitor`].
#[macro_export]
macro_rules! messages {
    [$($message:ty),* $(,)?] => {
        /// Shows each message and event declared here to a visitor.
        pub fn visit_messages(visitor: &mut impl $crate::InboundVisitor) {
            $(visitor.visit::<$message>();)*
        }
    };
}

/// Lists the groups of a product crate that have messages or events of their own, each a module with
/// [`messages!`](crate::messages): defines the function `visit_messages` for all of them. A group
/// that is behind a feature has the same `#[cfg(feature = "…")]` here as its module.
#[macro_export]
macro_rules! message_groups {
    [$($(#[$cfg:meta])* $group:ident),* $(,)?] => {
        /// Shows every message and event of this crate to a visitor.
        #[allow(unused_variables, reason = "every group may be behind a feature that is off")]
        pub fn visit_messages(visitor: &mut impl $crate::InboundVisitor) {
            $($(#[$cfg])* $group::visit_messages(visitor);)*
        }
    };
}

messages![
    Text,
    Image,
    Voice,
    Video,
    ShortVideo,
    Location,
    Link,
    MiniProgramPage,
    Subscribe,
    Unsubscribe,
    Scan,
    LocationReport,
    Click,
    View,
    EnterSession,
    ViewMiniProgram,
    MenuScan,
    MenuScanAndWait,
    MenuCamera,
    MenuCameraOrAlbum,
    MenuAlbum,
    MenuLocation,
];
