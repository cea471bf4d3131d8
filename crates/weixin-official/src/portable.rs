//! What every account can do, done by customer-service messages and temporary media.

use weixin_api::{
    AccountId, Error, ErrorKind, FileKind, FilePart, Portable,
    wire::{self, Answer, Outgoing},
};
use weixin_protocol::{MediaId, UserId};

use crate::{
    custom_message::SendCustomMessage,
    media::{GetMedia, UploadMedia},
};

/// The way in which Official Accounts and Mini Programs send texts and files.
#[derive(Debug, Clone, Copy)]
pub struct CustomMessageRoad;

impl Portable for CustomMessageRoad {
    fn text(&self, account: &AccountId, to: &UserId, text: &str) -> Result<Outgoing, Error> {
        wire::write_call(&SendCustomMessage::text(to, text), account)
    }

    fn file(
        &self,
        account: &AccountId,
        to: &UserId,
        kind: FileKind,
        media: &MediaId,
    ) -> Result<Outgoing, Error> {
        let message = match kind {
            FileKind::Image => SendCustomMessage::image(to, media),
            FileKind::Voice => SendCustomMessage::voice(to, media),
            _ => {
                let message = "only images and voice can be sent by their media_id alone; a video \
                               needs a thumbnail (SendCustomMessage::video)";
                return Err(Error::new(ErrorKind::Call, message));
            }
        };
        wire::write_call(&message, account)
    }

    fn upload(&self, account: &AccountId, file: FilePart) -> Result<Outgoing, Error> {
        wire::write_call(&UploadMedia::of(file)?, account)
    }

    fn uploaded(&self, answer: Answer) -> Result<MediaId, Error> {
        wire::read_reply::<UploadMedia>(answer).map(|media| media.media_id)
    }

    fn download(&self, account: &AccountId, media: &MediaId) -> Result<Outgoing, Error> {
        wire::write_call(&GetMedia::new(media), account)
    }
}
