//! Messages and files, for clients of any product.

use weixin_api::{
    CallOptions, Caller, Download, Error, FilePart, Kind, Media, Message, Reply,
    wire::{ApiRequest, ApiResponse},
};
use weixin_protocol::{FileKind, MediaId, MessageLimits, PeerId};

use crate::Client;

/// The still picture of a video that has none of its own: a plain one with a "play" sign.
const PLAIN_STILL: &[u8] = include_bytes!("assets/still.jpg");

impl<K: Kind> Client<K> {
    async fn answer_to(&self, call: Result<ApiRequest, Error>) -> Result<ApiResponse, Error> {
        self.send_call(call?, CallOptions::default()).await
    }

    /// Sends a message to one user: as a customer-service message (Official, Mini) or an app
    /// message (WeCom), whose rules apply. Files that are not uploaded yet are uploaded first. A
    /// video without a still picture gets a plain one where the product requires one, and where it
    /// does not use one, the video is sent without.
    ///
    /// # Errors
    ///
    /// As any call; [`ErrorKind::Call`](weixin_api::ErrorKind::Call) if the product has no such
    /// message, before anything is uploaded.
    pub async fn send_message(
        &self,
        to: impl Into<PeerId>,
        message: impl Into<Message>,
    ) -> Result<(), Error> {
        let (to, message) = (to.into(), self.prepare_message(message).await?);
        let call = self.messenger().message(self.account(), &to, &message);
        self.answer_to(call).await.map(drop)
    }

    /// Makes a message ready to be sent: its files are uploaded, and a video gets the still picture
    /// that the product requires. [`send_message`](Self::send_message) does this; a message that is
    /// prepared can be stored first, because it no longer contains a file.
    ///
    /// # Errors
    ///
    /// As [`send_message`](Self::send_message).
    pub async fn prepare_message(&self, message: impl Into<Message>) -> Result<Message, Error> {
        let mut message = message.into();
        let messenger = self.messenger();
        if let Message::Video { thumb, .. } = &mut message {
            let plain = || FilePart::new("still.jpg", "image/jpeg", PLAIN_STILL).into();
            let needed = messenger.video_needs_thumb();
            *thumb = needed.then(|| thumb.take().unwrap_or_else(plain));
        }
        if message.media_mut().any(|media| media.uploaded().is_none()) {
            // Encoded once as if everything were uploaded, so that a message that cannot be sent
            // uploads nothing.
            let mut uploaded = message.clone();
            uploaded.media_mut().for_each(|media| *media = MediaId::default().into());
            messenger.message(self.account(), &PeerId::default(), &uploaded)?;
            self.upload_files(&mut message).await?;
        }
        Ok(message)
    }

    /// Uploads the files of a message that are not uploaded yet.
    ///
    /// # Errors
    ///
    /// As any call. Files uploaded before the error stay uploaded in the message.
    pub async fn upload_files(&self, message: &mut Message) -> Result<(), Error> {
        let kinds = match message {
            Message::Image(_) => [FileKind::Image, FileKind::Thumb],
            Message::Voice(_) => [FileKind::Voice, FileKind::Thumb],
            Message::Video { .. } => [FileKind::Video, FileKind::Thumb],
            _ => [FileKind::File, FileKind::Thumb],
        };
        for (media, kind) in message.media_mut().zip(kinds) {
            if let Media::Upload(file) = media {
                *media = Media::Uploaded(self.upload_as(kind, file.clone()).await?);
            }
        }
        Ok(())
    }

    /// Sends a text to one user; see [`send_message`](Self::send_message).
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn send_text(&self, to: impl Into<PeerId>, text: &str) -> Result<(), Error> {
        self.send_message(to, Message::Text(text.to_owned())).await
    }

    /// Uploads a file and sends it to one user, as the kind of message that its media type implies:
    /// an image, a voice message, a video or a file.
    ///
    /// # Errors
    ///
    /// As any call; [`ErrorKind::Call`](weixin_api::ErrorKind::Call) if the product cannot send a
    /// file of this kind, before anything is uploaded.
    pub async fn send_file(&self, to: impl Into<PeerId>, file: FilePart) -> Result<(), Error> {
        let message = match file.kind() {
            FileKind::Image => Message::Image(file.into()),
            FileKind::Voice => Message::Voice(file.into()),
            FileKind::Video => {
                Message::Video { media: file.into(), thumb: None, title: None, description: None }
            }
            _ => Message::File(file.into()),
        };
        self.send_message(to, message).await
    }

    /// Uploads a file as temporary media (临时素材), which the platform keeps for three days.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn upload(&self, file: FilePart) -> Result<MediaId, Error> {
        self.upload_as(file.kind(), file).await
    }

    async fn upload_as(&self, kind: FileKind, file: FilePart) -> Result<MediaId, Error> {
        let call = self.messenger().upload(self.account(), kind, file);
        self.messenger().uploaded(self.answer_to(call).await?)
    }

    /// Downloads temporary media (临时素材), which the platform keeps for three days.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn download(&self, media: impl Into<MediaId>) -> Result<Download, Error> {
        let call = self.messenger().download(self.account(), &media.into());
        Download::read(self.answer_to(call).await?)
    }

    /// What one message to a user may carry.
    pub fn message_limits(&self) -> &'static MessageLimits {
        self.messenger().limits()
    }
}
