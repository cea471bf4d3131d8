//! A line protocol over TCP: `ann 7 hello` is message 7 of ann; replies are sent back as lines.

use std::{collections::HashMap, sync::Arc};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream, tcp::OwnedWriteHalf};
use tokio::sync::Mutex;
use weixin::{api::BoxFuture, bot::*, protocol::*};

/// The connections by number: the source reads from them, the channel writes to them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lines(Arc<Mutex<HashMap<Arc<str>, OwnedWriteHalf>>>);

#[derive(Debug)]
pub(crate) struct LineSource(pub(crate) TcpListener, pub(crate) Lines);

impl Source for LineSource {
    fn name(&self) -> &'static str {
        "lines"
    }

    fn run(
        self: Arc<Self>,
        intake: Intake,
        stop: CancellationToken,
    ) -> BoxFuture<'static, Result<(), BoxError>> {
        Box::pin(async move {
            while let Some(accepted) = stop.run_until_cancelled(self.0.accept()).await {
                let (stream, peer) = accepted?;
                tokio::spawn(read(stream, peer.to_string().into(), self.1.clone(), intake.clone()));
            }
            Ok(())
        })
    }
}

async fn read(stream: TcpStream, name: Arc<str>, lines: Lines, intake: Intake) {
    let (reader, writer) = stream.into_split();
    lines.0.lock().await.insert(name.clone(), writer);
    let mut reader = BufReader::new(reader).lines();
    while let Ok(Some(line)) = reader.next_line().await {
        let mut words = line.splitn(3, ' ');
        let [user, id, text] = [(); 3].map(|()| words.next().unwrap_or_default());
        let header = Header::new(user, "lines", 0).with_msg_id(id);
        let inbound = Inbound::of(&header, &Text::new(header.clone(), text), Format::Json);
        let push = Verified::vouch(inbound, Provenance::LongConnection);
        let to = Destination::Request(name.clone());
        intake.room().await;
        let _ = intake.accept(intake.envelope(push).with_destination(to), ReplyWindow::None).await;
    }
}

impl ReplyChannel for Lines {
    fn name(&self) -> &'static str {
        "lines"
    }

    fn limits(&self) -> &'static MessageLimits {
        const { &MessageLimits::new(&[MessageKind::Text]).with_text_bytes(10) }
    }

    fn send<'a>(
        &'a self,
        to: &'a Destination,
        message: Message,
    ) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async move {
            let (Destination::Request(name), Message::Text(text)) = (to, message) else {
                return Err(SendError::Unsupported("lines carry text to a connection"));
            };
            let mut connections = self.0.lock().await;
            let writer = connections.get_mut(name);
            let writer = writer.ok_or(SendError::Unsupported("the connection is closed"))?;
            let line = format!("{text}\n");
            writer.write_all(line.as_bytes()).await.map_err(|error| SendError::Failed(error.into()))
        })
    }
}
