//! The fields every push begins with.

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

    pub(super) fn read(fields: &Map) -> Self {
        let text = |name| fields.text(name).map(str::trim).filter(|text| !text.is_empty());
        // Suite pushes say TimeStamp where others say CreateTime.
        let created = text("CreateTime").or_else(|| text("TimeStamp"));
        Self {
            to: text("ToUserName").unwrap_or_default().to_owned(),
            from: PeerId::new(text("FromUserName").unwrap_or_default()),
            created: created.and_then(|time| time.parse().ok()).unwrap_or_default(),
            msg_id: text("MsgId").map(str::to_owned),
            agent_id: text("AgentID").and_then(|id| id.parse().ok()),
            msg_data_id: text("MsgDataId").map(str::to_owned),
            idx: text("Idx").map(str::to_owned),
            business_id: text("BusinessId").map(str::to_owned),
        }
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
