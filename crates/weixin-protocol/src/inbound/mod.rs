//! What the platform pushes: a header and a tree, and the typed messages read from it.

mod event;
mod header;
mod id;
mod info;
mod kind;
mod menu;
mod message;
mod node;
mod visit;

pub use event::{Click, EnterSession, LocationReport, Scan, Subscribe, Unsubscribe, View};
pub use header::Header;
pub use id::PushId;
pub use info::MessageInfo;
pub use kind::{Kind, Selector};

use kind::KindAt;
pub use menu::{
    MenuAlbum, MenuCamera, MenuCameraOrAlbum, MenuLocation, MenuScan, MenuScanAndWait, ScannedCode,
    SentLocation, SentPicture, SentPictures, ViewMiniProgram,
};
pub use message::{Image, Link, Location, MiniProgramPage, ShortVideo, Text, Video, Voice};
pub use node::{FromNode, ReadError, ToNode, field, item_field, read_part};
pub use visit::{InboundVisitor, visit_messages};

use crate::{
    Error, FieldInfo, Product, PushClass,
    tree::{Format, Map, Node},
};

/// One message or event as the platform pushed it: every field it came with, known or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Inbound {
    header: Header,
    fields: Map,
    format: Format,
    kind: KindAt,
}

impl Inbound {
    /// Reads a decrypted (or plain) body.
    ///
    /// # Errors
    /// [`ErrorKind::Parse`](crate::ErrorKind::Parse) if it is neither XML nor JSON, is not
    /// well-formed or exceeds the limits of [`Map::parse`].
    pub fn parse(body: &str) -> Result<Self, Error> {
        let (fields, format) = Map::parse(body)?;
        Ok(Self::from_fields(fields, format))
    }

    /// Takes a tree as a push.
    pub fn from_fields(fields: Map, format: Format) -> Self {
        let (header, kind) = Header::read(&fields);
        Self { header, fields, format, kind }
    }

    /// Writes a typed message as the platform would push it.
    pub fn of<T: InboundMessage>(header: &Header, message: &T, format: Format) -> Self {
        let (mut fields, mut body) = (Map::new(), Map::new());
        message.write(&mut body);
        let selector = T::SELECTOR.decided(&body);
        match selector {
            Selector::Notice { .. } => header.write_notice(&mut fields, T::SCOPE),
            _ => header.write(&mut fields),
        }
        selector.write(&mut fields);
        if let (Some(group), Format::Xml) = (T::GROUP, format) {
            body = Map::from_iter([(group, Node::Map(body))]);
        }
        for (name, node) in body.iter() {
            fields.set(name, node.clone());
        }
        header.write_tail(&mut fields);
        Self::from_fields(fields, format)
    }

    /// Sender, receiver and time of the push.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Every field, in the order it came.
    pub fn fields(&self) -> &Map {
        &self.fields
    }

    /// The fields of a `T`: those in its [`GROUP`](InboundMessage::GROUP), if it is there.
    #[doc(hidden)]
    pub fn fields_of<T: InboundMessage>(&self) -> &Map {
        let group = T::GROUP.and_then(|group| self.fields.get(group)).and_then(Node::as_map);
        group.unwrap_or(&self.fields)
    }

    /// Whether it came as XML or JSON.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What it is: a message, an event, or a notice to a platform.
    pub fn kind(&self) -> Kind<'_> {
        self.kind.of(&self.fields)
    }

    /// Whether it is a `T`.
    pub fn is<T: InboundMessage>(&self) -> bool {
        T::SELECTOR.matches(&self.kind())
    }

    /// Reads it as a `T`.
    ///
    /// # Errors
    /// If a required field is missing or a number is none.
    pub fn read<T: InboundMessage>(&self) -> Result<T, ReadError> {
        T::read(self)
    }

    /// The body as the platform would send it in `format`.
    pub fn write(&self, format: Format) -> String {
        self.fields.write(format)
    }
}

/// A typed message or event.
///
/// Declared with the [`inbound`](macro@crate::inbound) attribute, once for reading (XML and JSON),
/// writing (the emulator) and listing fields (command line, page):
///
/// ```
/// use weixin_protocol::{Header, Inbound, inbound};
///
/// /// A follower has paid with a card.
/// #[inbound(event = "user_pay_from_pay_cell", scope(official))]
/// pub struct CardPayment {
///     /// Sender, receiver and time of the push.
///     pub header: Header,
///     /// The card.
///     pub card_id: String,
///     /// The payment's number.
///     pub trans_id: String,
///     /// In fen (0.01 yuan).
///     pub fee: Option<i64>,
/// }
///
/// let push = Inbound::parse("<xml><FromUserName>o1</FromUserName><MsgType>event</MsgType>\
///     <Event>user_pay_from_pay_cell</Event><CardId>p1</CardId><TransId>007</TransId></xml>")?;
/// let payment: CardPayment = push.read()?;
/// assert_eq!(payment.trans_id, "007");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a message or event of the platform",
    note = "declare it with `#[weixin::inbound(event = \"…\", scope(official))]`, or use one of the \
            types of `weixin::prelude`: Text, Image, Voice, Subscribe, Click, …"
)]
pub trait InboundMessage: std::fmt::Debug + Sized + Send + 'static {
    /// Which pushes it is read from.
    const SELECTOR: Selector;
    /// The element that XML has around the fields; JSON has them beside those of the header.
    const GROUP: Option<&'static str> = None;
    /// Which products push it.
    const SCOPE: &'static [Product];
    /// The rules for answering it, one for each kind of account that gets it.
    const CLASSES: &'static [PushClass];
    /// The fields besides the header, for listings and for checks without the type.
    const FIELDS: &'static [FieldInfo];

    /// Reads it. Whether the push matches [`SELECTOR`](Self::SELECTOR) is for the caller to check.
    ///
    /// # Errors
    /// If a required field is missing or a number is none.
    fn read(inbound: &Inbound) -> Result<Self, ReadError>;

    /// Adds its fields, without header and discriminators.
    fn write(&self, fields: &mut Map);
}
