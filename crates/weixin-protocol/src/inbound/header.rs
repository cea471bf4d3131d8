//! The fields every push begins with.

use super::kind::KindAt;
use crate::{
    PeerId, Product,
    tree::{Map, Node},
};

/// Sender, receiver and time of a push: the fields that every push has, whatever its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header {
    /// Who is addressed: the account's own name (`gh_…`), or the corp id in WeCom.
    pub to: String,
    /// Who did it: an openid, a WeCom userid, or `sys`.
    pub from: PeerId,
    /// When, in seconds since 1970 (UTC).
    pub created: i64,
    /// The message's id. Events have none. Repeats of a push carry the same one.
    pub msg_id: Option<String>,
    /// The app addressed (WeCom).
    pub agent_id: Option<i64>,
    /// The article from which the message was sent, if it was.
    pub msg_data_id: Option<String>,
    /// Which of the articles that were sent together it was, from 1.
    pub idx: Option<String>,
    /// The merchant to whom the message goes, where several share an account.
    pub business_id: Option<String>,
}

impl Header {
    /// The names of its fields on the wire.
    pub const NAMES: [&'static str; 9] = [
        "ToUserName",
        "FromUserName",
        "CreateTime",
        "TimeStamp",
        "MsgId",
        "AgentID",
        "MsgDataId",
        "Idx",
        "BusinessId",
    ];

    /// A header from `from` to the account `to`, made at `created` (seconds since 1970).
    pub fn new(from: impl Into<PeerId>, to: impl Into<String>, created: i64) -> Self {
        Self { to: to.into(), from: from.into(), created, ..Self::default() }
    }

    /// With a message id.
    #[must_use]
    pub fn with_msg_id(mut self, id: impl Into<String>) -> Self {
        self.msg_id = Some(id.into());
        self
    }

    /// With the app addressed (WeCom).
    #[must_use]
    pub fn with_agent_id(mut self, id: i64) -> Self {
        self.agent_id = Some(id);
        self
    }

    /// Reads the header, and finds the fields that tell what the push is, in one pass.
    pub(super) fn read(fields: &Map) -> (Self, KindAt) {
        let (mut header, mut kind) = (Self::default(), KindAt::default());
        // Suite pushes say TimeStamp where others say CreateTime.
        let (mut created, mut stamped) = (None, None);
        for (at, (name, node)) in (0..).zip(fields.iter()) {
            let text = node.as_text().map(str::trim).filter(|text| !text.is_empty());
            let Some(text) = text else { continue };
            match name {
                "ToUserName" => text.clone_into(&mut header.to),
                "FromUserName" => header.from = PeerId::new(text),
                "CreateTime" => created = Some(text),
                "TimeStamp" => stamped = Some(text),
                "MsgId" => header.msg_id = Some(text.to_owned()),
                "AgentID" => header.agent_id = text.parse().ok(),
                "MsgDataId" => header.msg_data_id = Some(text.to_owned()),
                "Idx" => header.idx = Some(text.to_owned()),
                "BusinessId" => header.business_id = Some(text.to_owned()),
                "MsgType" => kind.message = Some(at),
                "Event" => kind.event = Some(at),
                "InfoType" => kind.info = Some(at),
                "ChangeType" => kind.change = Some(at),
                _ => {}
            }
        }
        let created = created.or(stamped).and_then(|time| time.parse().ok());
        header.created = created.unwrap_or_default();
        (header, kind)
    }

    pub(super) fn write(&self, fields: &mut Map) {
        fields.set("ToUserName", self.to.as_str());
        fields.set("FromUserName", self.from.as_str());
        fields.set("CreateTime", Node::number(self.created));
    }

    /// The header of a notice, which is to nobody in particular: the time alone, by the name it has
    /// there. WeCom says `TimeStamp`.
    pub(super) fn write_notice(&self, fields: &mut Map, scope: &[Product]) {
        let named = [("ToUserName", self.to.as_str()), ("FromUserName", self.from.as_str())];
        for (name, value) in named.into_iter().filter(|(_, value)| !value.is_empty()) {
            fields.set(name, value);
        }
        let time = if scope.contains(&Product::Work) { "TimeStamp" } else { "CreateTime" };
        fields.set(time, Node::number(self.created));
    }

    /// The fields that the platform puts last.
    pub(super) fn write_tail(&self, fields: &mut Map) {
        if let Some(id) = &self.msg_id {
            fields.set("MsgId", Node::Number(id.clone()));
        }
        let more = [
            ("MsgDataId", &self.msg_data_id),
            ("Idx", &self.idx),
            ("BusinessId", &self.business_id),
        ];
        for (name, value) in more {
            if let Some(value) = value {
                fields.set(name, value.as_str());
            }
        }
        if let Some(id) = self.agent_id {
            fields.set("AgentID", Node::number(id));
        }
    }
}
