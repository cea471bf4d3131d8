//! What every account can do, done by app messages and temporary media.

use weixin_api::{
    AccountId, Error, FileKind, FilePart, Portable,
    wire::{self, Answer, Outgoing},
};
use weixin_protocol::{MediaId, UserId};

use crate::{
    media::{GetMedia, UploadMedia},
    message::{SendMessage, Video},
};

/// The way in which a WeCom app sends texts and files.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AppMessageRoad;

impl Portable for AppMessageRoad {
    fn text(&self, account: &AccountId, to: &UserId, text: &str) -> Result<Outgoing, Error> {
        wire::write_call(&SendMessage::text(to, text), account)
    }

    fn file(
        &self,
        account: &AccountId,
        to: &UserId,
        kind: FileKind,
        media: &MediaId,
    ) -> Result<Outgoing, Error> {
        let message = match kind {
            FileKind::Image => SendMessage::image(to, media),
            FileKind::Voice => SendMessage::voice(to, media),
            FileKind::Video => SendMessage::video(to, Video::new(media)),
            _ => SendMessage::file(to, media),
        };
        wire::write_call(&message, account)
    }

    fn upload(&self, account: &AccountId, file: FilePart) -> Result<Outgoing, Error> {
        wire::write_call(&UploadMedia::new(file.kind(), file), account)
    }

    fn uploaded(&self, answer: Answer) -> Result<MediaId, Error> {
        wire::read_reply::<UploadMedia>(answer).map(|media| media.media_id)
    }

    fn download(&self, account: &AccountId, media: &MediaId) -> Result<Outgoing, Error> {
        wire::write_call(&GetMedia::new(media), account)
    }
}
