//! A person, as a test moves one.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::{Map, Value};
use weixin_api::FilePart;
use weixin_protocol::{AppId, MediaId, UserId};

use crate::{
    Interaction, Problem, UserAction,
    action::{event::find_button, perform},
    authorize::Consent,
    platform::Platform,
    push::Progress,
    state::{Media, MediaKind},
    timeline::{Entry, EventKind, Level, MessageContent, PushOutcome},
};

/// A person at one account: a follower, a user of a Mini Program, a member of a corporation.
///
/// What they do returns as soon as it is pushed; the [`Interaction`] tells what came of it.
#[derive(Clone)]
pub struct Person {
    platform: Arc<Platform>,
    account: AppId,
    id: UserId,
}

impl Person {
    pub(crate) fn new(platform: Arc<Platform>, account: AppId, id: UserId) -> Self {
        Self { platform, account, id }
    }

    /// The openid, or in WeCom the userid.
    pub fn id(&self) -> &UserId {
        &self.id
    }

    /// Begins to follow the account, or is given the WeCom app.
    pub async fn follows(&self) -> Interaction {
        self.does(UserAction::Follow { scene: None }).await
    }

    /// Begins to follow by a QR code with this scene.
    pub async fn follows_by_code(&self, scene: impl Into<String>) -> Interaction {
        self.does(UserAction::Follow { scene: Some(scene.into()) }).await
    }

    /// Logs in at the Mini Program (`wx.login`): gives the code that the program's phone side
    /// sends to its server.
    pub fn logs_in(&self) -> String {
        self.platform.update(|state| {
            let (code, now) = (state.ids.secret(), state.now());
            let user = self.id.clone();
            if let Some(account) = state.account_mut(&self.account) {
                account.sessions.issue_code(user, code.clone(), now);
            }
            code
        })
    }

    /// Taps the Mini Program's button `getPhoneNumber` and agrees: gives the code that the program's
    /// phone side sends to its server. A number from abroad begins with a plus, and a space follows
    /// the country's code.
    pub fn gives_phone_number(&self, number: impl Into<String>) -> String {
        self.platform.update(|state| {
            let (code, now) = (state.ids.secret(), state.now());
            let user = self.id.clone();
            if let Some(account) = state.account_mut(&self.account) {
                account.program.issue_phone_code(user, number.into(), code.clone(), now);
            }
            code
        })
    }

    /// Is sent to the platform's page for visitors, at this address, and agrees to what it asks, if
    /// it asks: gives the address they come back to.
    ///
    /// # Errors
    /// If the platform shows an error instead.
    pub fn authorizes(&self, url: &str) -> Result<String, Problem> {
        self.visits(url, true)
    }

    /// The same, but they refuse.
    ///
    /// # Errors
    /// If the platform shows an error instead.
    pub fn refuses(&self, url: &str) -> Result<String, Problem> {
        self.visits(url, false)
    }

    fn visits(&self, url: &str, agrees: bool) -> Result<String, Problem> {
        let query = url.split('#').next().and_then(|url| url.split_once('?'));
        let query = query.map(|(_, query)| query).unwrap_or_default();
        self.platform
            .update(|state| Consent::parse(state, query)?.redirect(state, &self.id, agrees))
    }

    /// Stops following.
    pub async fn unfollows(&self) -> Interaction {
        self.does(UserAction::Unfollow).await
    }

    /// Sends a text.
    pub async fn says(&self, text: impl Into<String>) -> Interaction {
        self.does(UserAction::Text { text: text.into() }).await
    }

    /// Sends a picture.
    pub async fn sends_image(&self, content: impl Into<Bytes>) -> Interaction {
        let media_id = self.uploads(MediaKind::Image, FilePart::image(content));
        self.does(UserAction::Image { media_id }).await
    }

    /// Sends a voice message (AMR).
    pub async fn sends_voice(&self, content: impl Into<Bytes>) -> Interaction {
        let media_id = self.uploads(MediaKind::Voice, FilePart::voice(content));
        self.does(UserAction::Voice { media_id, format: None }).await
    }

    /// Sends a video (MP4).
    pub async fn sends_video(&self, content: impl Into<Bytes>) -> Interaction {
        let media_id = self.uploads(MediaKind::Video, FilePart::video(content));
        self.does(UserAction::Video { media_id }).await
    }

    /// Sends a place, in degrees, north and east positive.
    pub async fn sends_location(
        &self,
        latitude: f64,
        longitude: f64,
        label: impl Into<String>,
    ) -> Interaction {
        self.does(UserAction::Location { latitude, longitude, scale: 16.0, label: label.into() })
            .await
    }

    /// Shares a link.
    pub async fn sends_link(
        &self,
        title: impl Into<String>,
        description: impl Into<String>,
        url: impl Into<String>,
    ) -> Interaction {
        let (title, description, url) = (title.into(), description.into(), url.into());
        self.does(UserAction::Link { title, description, url }).await
    }

    /// Taps the menu button that shows this, or has this key. Nothing happens if the account's
    /// menu has no such button.
    pub async fn taps(&self, button: &str) -> Interaction {
        match self.action_of(button) {
            Some(action) => self.does(action).await,
            None => self.reject(Problem::new(
                format!("The menu has no button {button:?} that can be tapped."),
                format!("菜单中没有可点击的按钮 {button:?}。"),
            )),
        }
    }

    /// Taps an item of a menu message.
    pub async fn answers(&self, id: impl Into<String>, text: impl Into<String>) -> Interaction {
        self.does(UserAction::MenuMessage { id: id.into(), text: text.into() }).await
    }

    /// Scans a QR code of the account with this scene, which need not have been made before; who
    /// does not follow yet, follows.
    pub async fn scans(&self, scene: impl Into<String>) -> Interaction {
        self.does(UserAction::Scan { scene: scene.into() }).await
    }

    /// Scans a QR code that the account has made, by its ticket or by what its picture holds; who
    /// does not follow yet, follows. Nothing happens if there is no such code, or if it has expired.
    pub async fn scans_code(&self, code: impl Into<String>) -> Interaction {
        self.does(UserAction::ScanCode { code: code.into() }).await
    }

    /// Is asked whether they want messages of these templates, and agrees: one message of each, or
    /// any number where that is how the template works.
    pub async fn subscribes(&self, templates: &[&str]) -> Interaction {
        let templates = templates.iter().map(|id| (*id).to_owned()).collect();
        self.does(UserAction::Subscribe { templates, accept: true }).await
    }

    /// Lets the phone report where it is, in degrees and metres.
    pub async fn reports_location(
        &self,
        latitude: f64,
        longitude: f64,
        precision: f64,
    ) -> Interaction {
        self.does(UserAction::ReportLocation { latitude, longitude, precision }).await
    }

    /// Opens the WeCom app, or the customer-service chat of a Mini Program.
    pub async fn enters(&self) -> Interaction {
        self.does(UserAction::Enter).await
    }

    /// Causes any event, with these fields besides the header.
    pub async fn causes(
        &self,
        event: impl Into<String>,
        fields: impl IntoIterator<Item = (String, Value)>,
    ) -> Interaction {
        let fields = fields.into_iter().collect();
        self.does(UserAction::Event { event: event.into(), fields }).await
    }

    /// Does anything.
    pub async fn does(&self, action: UserAction) -> Interaction {
        let since = self.platform.read(|state| state.timeline.revision());
        let interaction = match perform(&self.platform, &self.account, &self.id, action) {
            Ok(done) => self.interaction(since, done.progress),
            Err(problem) => self.reject(problem),
        };
        self.platform.clock.settle().await;
        interaction
    }

    /// The chat as the person sees it, oldest first.
    pub fn chat(&self) -> Vec<MessageContent> {
        let mine = |entry: &&Entry| {
            entry.account.as_ref() == Some(&self.account) && entry.person.as_ref() == Some(&self.id)
        };
        self.platform.read(|state| {
            let messages = state.timeline.iter().filter(mine);
            messages
                .filter_map(|entry| match &entry.what {
                    EventKind::Message(message) => Some(message.content.clone()),
                    _ => None,
                })
                .collect()
        })
    }

    fn interaction(&self, since: u64, progress: Arc<Progress>) -> Interaction {
        Interaction::new(
            self.platform.clone(),
            self.account.clone(),
            self.id.clone(),
            since,
            progress,
        )
    }

    /// The person cannot do that: the timeline says why, and nothing will come of it.
    fn reject(&self, problem: Problem) -> Interaction {
        let since = self.platform.update(|state| {
            let (account, person) = (Some(&self.account), Some(&self.id));
            state.add_note(account, person, Level::Error, problem.en, problem.zh);
            state.timeline.revision()
        });
        self.interaction(since, Arc::new(Progress::new(PushOutcome::Unsent)))
    }

    fn uploads(&self, kind: MediaKind, file: FilePart) -> MediaId {
        self.platform.update(|state| {
            let now = state.now();
            let id = MediaId::new(state.ids.media_id());
            let rules = state.account(&self.account).map(|account| account.rules.media.lifetime);
            state.media.insert(
                Media {
                    id: id.clone(),
                    account: self.account.clone(),
                    kind,
                    name: file.name().to_owned(),
                    mime: file.mime().to_owned(),
                    content: file.bytes().cloned().unwrap_or_default(),
                    expires: now + rules.unwrap_or_default(),
                },
                now,
            );
            id
        })
    }

    /// What tapping a button does.
    fn action_of(&self, wanted: &str) -> Option<UserAction> {
        self.platform.read(|state| {
            let menu = state.account(&self.account)?.menu.as_deref()?;
            let is = |name: &str, text: &str| matches!(name, "name" | "key") && text == wanted;
            let button = find_button(menu, &is)?;
            let text = |name: &str| button.get(name).and_then(Value::as_str).map(str::to_owned);
            let fields = |key: &str| {
                Map::from_iter([("EventKey".to_owned(), text(key).unwrap_or_default().into())])
            };
            match text("type")?.as_str() {
                "click" => Some(UserAction::Click { key: text("key")? }),
                "view" => Some(UserAction::View { url: text("url")? }),
                "miniprogram" => Some(UserAction::Event {
                    event: "view_miniprogram".to_owned(),
                    fields: fields("pagepath"),
                }),
                kind if kind.starts_with("scancode") || kind.starts_with("pic_") => {
                    Some(UserAction::Event { event: kind.to_owned(), fields: fields("key") })
                }
                "location_select" => Some(UserAction::Event {
                    event: "location_select".to_owned(),
                    fields: fields("key"),
                }),
                _ => None,
            }
        })
    }
}

impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person")
            .field("account", &self.account)
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
