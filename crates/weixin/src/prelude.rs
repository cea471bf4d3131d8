//! What most programs need, by one line: `use weixin::prelude::*;`.
//!
//! Inbound messages own the bare names (`Text`, `Image`); outgoing files are
//! [`FilePart`]s.

pub use crate::{Client, Error, Result, inbound};
pub use weixin_api::{
    FilePart,
    kind::{Any, Mini, Official, Work},
};
pub use weixin_bot::{
    AccountConfig, Argument, Bot, Captures, Config, FromContext, FromRef, IntoReply, Push, Reply,
    State, command, matching, menu_click, when,
};
pub use weixin_client::{IntoClient as _, StreamFile as _};
pub use weixin_mini::prelude::*;
pub use weixin_official::prelude::*;
pub use weixin_protocol::{
    Article, Click, EnterSession, Header, Image, Inbound, Link, Location, LocationReport, MediaId,
    MenuAlbum, MenuCamera, MenuCameraOrAlbum, MenuLocation, MenuScan, MenuScanAndWait,
    MiniProgramPage, Music, OpenId, Scan, ShortVideo, Subscribe, Text, Unsubscribe, UserId, Video,
    View, ViewMiniProgram, Voice,
};
pub use weixin_work::prelude::*;
