//! What a client can do whatever its product.

use weixin_api::{
    AccountKind, CallOptions, Caller, Download, Error, FilePart, Reply,
    wire::{Answer, Outgoing},
};
use weixin_protocol::{MediaId, UserId};

use crate::Client;

impl<K: AccountKind> Client<K> {
    async fn carry(&self, call: Result<Outgoing, Error>) -> Result<Answer, Error> {
        self.exchange(call?, CallOptions::default()).await
    }

    /// Sends a text to one user, by the message the product has for it: a customer-service message
    /// (Official, Mini) or an app message (WeCom). The rules of that message apply.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn send_text(&self, to: impl Into<UserId>, text: &str) -> Result<(), Error> {
        let call = self.portable().text(self.account(), &to.into(), text);
        self.carry(call).await.map(drop)
    }

    /// Uploads a file and sends it to one user.
    ///
    /// # Errors
    ///
    /// As any call; [`ErrorKind::Call`](weixin_api::ErrorKind::Call) when the product cannot send
    /// a file of this kind, before anything is uploaded.
    pub async fn send_file(&self, to: impl Into<UserId>, file: FilePart) -> Result<(), Error> {
        let (to, kind) = (to.into(), file.kind());
        // Written once without a file, to learn of a refusal before the upload.
        self.portable().file(self.account(), &to, kind, &MediaId::default())?;
        let media = self.upload(file).await?;
        let call = self.portable().file(self.account(), &to, kind, &media);
        self.carry(call).await.map(drop)
    }

    /// Uploads a file, which the platform keeps for three days.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn upload(&self, file: FilePart) -> Result<MediaId, Error> {
        let call = self.portable().upload(self.account(), file);
        self.portable().uploaded(self.carry(call).await?)
    }

    /// Downloads a file that the platform keeps.
    ///
    /// # Errors
    ///
    /// As any call.
    pub async fn download(&self, media: impl Into<MediaId>) -> Result<Download, Error> {
        let call = self.portable().download(self.account(), &media.into());
        Download::read(self.carry(call).await?)
    }
}
