//! The items that most programs need: `use weixin::prelude::*;`.
//!
//! Short names such as `Text` and `Image` are inbound messages; outgoing files are [`FilePart`]s.

#[doc(hidden)]
pub use crate::missing::unnarrowed::*;
pub use crate::{
    Client, Error, Result, inbound, mini::prelude::*, official::prelude::*, work::prelude::*,
};
pub use weixin_api::{
    FilePart,
    kind::{Any, Component, GroupRobot, Mini, Official, Provider, Suite, Work},
};
#[doc(hidden)]
pub use weixin_bot::MissingState as _;
pub use weixin_bot::{
    AccountConfig, Argument, Bot, Captures, Config, Dialogue, FromContext, FromRef, IntoReply,
    Next, Push, Reply, Routes, Session, State, command, exact, filter, matching, menu_click, only,
    scene, when,
};
pub use weixin_client::{IntoClient as _, StreamFile as _};
pub use weixin_protocol::{
    Article, Click, EnterSession, Header, Image, Inbound, Link, Location, LocationReport, MediaId,
    MenuAlbum, MenuCamera, MenuCameraOrAlbum, MenuLocation, MenuScan, MenuScanAndWait,
    MiniProgramPage, Music, OpenId, PeerId, Scan, ShortVideo, Subscribe, Text, Unsubscribe, UserId,
    Video, View, ViewMiniProgram, Voice,
};
