//! The three ways to send: customer-service messages, app messages, and group robots.

use weixin::{
    Client,
    api::{
        Error, FilePart, Media, Message,
        kind::{GroupRobot, Work},
    },
    prelude::*,
    protocol::MediaId,
    work::webhook::{GroupFile, GroupMessage, GroupText, SendToGroup},
};

use super::{
    content::Content,
    report::{NotSent, Sent},
};

/// How the message is sent, and to whom.
#[derive(Debug)]
pub(super) enum Channel {
    /// As customer-service messages of an Official Account or a Mini Program, to each user.
    Users(Client, Vec<PeerId>),
    /// As app messages in WeCom.
    Members(Client<Work>, Recipients),
    /// Into the group of a robot; a text notifies these members.
    Robot(Client<GroupRobot>, Vec<String>),
}

impl Channel {
    pub(super) fn users(client: Client, to: &[String]) -> Self {
        Self::Users(client, to.iter().map(|user| PeerId::from(user.as_str())).collect())
    }

    pub(super) fn members(
        client: Client<Work>,
        to: Vec<String>,
        party: Vec<String>,
        tag: Vec<String>,
    ) -> Self {
        let to = to.into_iter().map(UserId::from).collect::<Vec<_>>();
        Self::Members(client, Recipients::new().touser(to).toparty(party).totag(tag))
    }

    /// The platform, or an emulator at `WEIXIN_API_BASE`, as with a configuration.
    pub(super) fn robot(webhook: &GroupWebhook, mentions: Vec<String>) -> Result<Self, String> {
        let mut builder = webhook.client_builder();
        if let Ok(base) = std::env::var("WEIXIN_API_BASE")
            && !base.is_empty()
        {
            builder = builder.api_base(base);
        }
        let client = builder.build().map_err(|error| error.to_string())?;
        Ok(Self::Robot(client, mentions))
    }

    /// The account that sends. That of a robot contains a fingerprint of its key.
    pub(super) fn account(&self) -> String {
        match self {
            Self::Users(client, _) => client.account().to_string(),
            Self::Members(client, _) => client.account().to_string(),
            Self::Robot(client, _) => client.account().to_string(),
        }
    }

    /// Uploads all files, then sends the messages one after the other. `sent` counts those that the
    /// platform has accepted.
    pub(super) async fn send(self, contents: Vec<Content>, sent: &mut Sent) -> Result<(), NotSent> {
        match self {
            Self::Users(client, users) => {
                // What goes wrong here has certainly sent nothing.
                client.access_token().await.map_err(NotSent::before)?;
                let mut messages = Vec::new();
                for content in contents {
                    messages.push(prepare(&client, content).await.map_err(NotSent::before)?);
                }
                for user in &users {
                    for message in &messages {
                        note(client.send_message(user, message.clone()).await, sent)?;
                    }
                }
            }
            Self::Members(client, to) => {
                client.access_token().await.map_err(NotSent::before)?;
                let mut requests = Vec::new();
                for content in contents {
                    let request = app_message(&client, &to, content).await;
                    requests.push(request.map_err(NotSent::before)?);
                }
                for request in requests {
                    let reply = note(client.send(request).await, sent)?;
                    sent.ids.push(reply.msgid.to_string());
                    let users = reply.invaliduser.into_iter().chain(reply.unlicenseduser);
                    let users = users.map(|user| user.to_string());
                    let others = reply.invalidparty.into_iter().chain(reply.invalidtag);
                    for name in users.chain(others) {
                        if !sent.unreached.contains(&name) {
                            sent.unreached.push(name);
                        }
                    }
                }
            }
            Self::Robot(client, mentions) => {
                let mut messages = Vec::new();
                for content in contents {
                    let message = group_message(&client, &mentions, content).await;
                    messages.push(message.map_err(NotSent::before)?);
                }
                for message in messages {
                    note(client.send(SendToGroup::new(message)).await, sent)?;
                }
            }
        }
        Ok(())
    }
}

/// Counts a message, or says why it was not sent.
fn note<T>(outcome: Result<T, Error>, sent: &mut Sent) -> Result<T, NotSent> {
    let reply = outcome.map_err(|error| NotSent::while_sending(error).after(sent.messages))?;
    sent.messages += 1;
    Ok(reply)
}

/// A message whose file is uploaded.
async fn prepare<K: weixin::api::Kind>(
    client: &Client<K>,
    content: Content,
) -> Result<Message, Error> {
    let message = match content {
        Content::Text(text) | Content::Markdown(text) => Message::Text(text),
        Content::Image(file) => Message::Image(file.into()),
        Content::File(file) => Message::File(file.into()),
    };
    client.prepare_message(message).await
}

async fn app_message(
    client: &Client<Work>,
    to: &Recipients,
    content: Content,
) -> Result<SendMessage, Error> {
    Ok(match content {
        Content::Text(text) => SendMessage::text(to.clone(), text),
        Content::Markdown(text) => SendMessage::markdown(to.clone(), text),
        Content::Image(_) => {
            SendMessage::image(to.clone(), uploaded(prepare(client, content).await?))
        }
        Content::File(_) => {
            SendMessage::file(to.clone(), uploaded(prepare(client, content).await?))
        }
    })
}

/// The media id of a message that was prepared.
fn uploaded(mut message: Message) -> MediaId {
    message.media_mut().find_map(|media| Media::uploaded(media).cloned()).unwrap_or_default()
}

async fn group_message(
    client: &Client<GroupRobot>,
    mentions: &[String],
    content: Content,
) -> Result<GroupMessage, Error> {
    Ok(match content {
        Content::Text(text) => {
            GroupMessage::Text(GroupText::new(text).mentioned_list(mentions.to_vec()))
        }
        Content::Markdown(text) => SendToGroup::markdown(text).message,
        Content::Image(file) => GroupMessage::image(file.bytes().unwrap_or(&Default::default())),
        Content::File(file) => GroupMessage::File(GroupFile::new(upload(client, file).await?)),
    })
}

async fn upload(client: &Client<GroupRobot>, file: FilePart) -> Result<MediaId, Error> {
    Ok(client.group().upload(file).await?.media_id)
}
