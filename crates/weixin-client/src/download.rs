//! Calls that return a file without holding it in memory as a whole.

use weixin_api::{BoxFuture, Call, Endpoint, Error, Kind, Reply, wire};

use crate::{Client, Streamed};

/// Streams the file that a call returns.
pub trait StreamFile<'c, R> {
    /// Sends the call and returns the file as soon as its first bytes arrive. An error code instead
    /// of a file is an error, as with any call. The deadline of the call is also the deadline of
    /// the whole file.
    ///
    /// ```no_run
    /// use weixin_client::{Client, StreamFile, Streamed};
    /// use weixin_official::prelude::*;
    ///
    /// # async fn example(wx: Client<weixin_api::kind::Official>) -> Result<(), weixin_api::Error> {
    /// if let Streamed::File(file) = wx.media().get("MEDIA_ID").stream().await? {
    ///     let bytes = file.limit(10 << 20).save("picture.jpg").await?;
    ///     println!("{bytes} bytes");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As any call.
    fn stream(self) -> BoxFuture<'c, Result<Streamed<R>, Error>>;
}

impl<'c, K: Kind, E: Endpoint> StreamFile<'c, E::Reply> for Call<'c, Client<K>, E> {
    fn stream(self) -> BoxFuture<'c, Result<Streamed<E::Reply>, Error>> {
        let (client, endpoint, options) = self.into_parts();
        let call = wire::write_call(&endpoint, client.account());
        Box::pin(async move {
            Ok(match client.open(call?, options).await? {
                Streamed::File(file) => Streamed::File(file),
                Streamed::Whole(answer) => Streamed::Whole(E::Reply::read(answer)?),
            })
        })
    }
}
