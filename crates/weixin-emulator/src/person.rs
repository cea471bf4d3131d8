//! A person, as a test moves one.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::{Map, Value};
use weixin_api::FilePart;
use weixin_protocol::{AppId, MediaId, UserId};

use crate::{
    Deed, Moment, Problem,
    authorize::Wish,
    deed::{event::find_button, perform},
    platform::Platform,
    push::Progress,
    timeline::{Content, Entry, Happening, Level, Outcome},
    world::{Media, MediaKind},
};

/// A person at one account: a follower, a user of a Mini Program, a member of a corporation.
///
/// What they do returns as soon as it is pushed; the [`Moment`] tells what came of it.
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
    pub async fn follows(&self) -> Moment {
        self.does(Deed::Follow { scene: None }).await
    }

    /// Begins to follow by a QR code with this scene.
    pub async fn follows_by_code(&self, scene: impl Into<String>) -> Moment {
        self.does(Deed::Follow { scene: Some(scene.into()) }).await
    }

    /// Logs in at the Mini Program (`wx.login`): gives the code that the program's phone side
    /// sends to its server.
    pub fn logs_in(&self) -> String {
        self.platform.change(|world| {
            let (code, now) = (world.ids.secret(), world.now());
            let user = self.id.clone();
            if let Some(account) = world.account_mut(&self.account) {
                account.sessions.begin(user, code.clone(), now);
            }
            code
        })
    }

    /// Taps the Mini Program's button `getPhoneNumber` and agrees: gives the code that the program's
    /// phone side sends to its server. A number from abroad begins with a plus, and a space follows
    /// the country's code.
    pub fn gives_phone_number(&self, number: impl Into<String>) -> String {
        self.platform.change(|world| {
            let (code, now) = (world.ids.secret(), world.now());
            let user = self.id.clone();
            if let Some(account) = world.account_mut(&self.account) {
                account.program.gave(user, number.into(), code.clone(), now);
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
        self.platform.change(|world| Wish::read(world, query)?.answer(world, &self.id, agrees))
    }

    /// Stops following.
    pub async fn unfollows(&self) -> Moment {
        self.does(Deed::Unfollow).await
    }

    /// Sends a text.
    pub async fn says(&self, text: impl Into<String>) -> Moment {
        self.does(Deed::Text { text: text.into() }).await
    }

    /// Sends a picture.
    pub async fn sends_image(&self, content: impl Into<Bytes>) -> Moment {
        let media_id = self.uploads(MediaKind::Image, FilePart::image(content));
        self.does(Deed::Image { media_id }).await
    }

    /// Sends a voice message (AMR).
    pub async fn sends_voice(&self, content: impl Into<Bytes>) -> Moment {
        let media_id = self.uploads(MediaKind::Voice, FilePart::voice(content));
        self.does(Deed::Voice { media_id, format: None }).await
    }

    /// Sends a video (MP4).
    pub async fn sends_video(&self, content: impl Into<Bytes>) -> Moment {
        let media_id = self.uploads(MediaKind::Video, FilePart::video(content));
        self.does(Deed::Video { media_id }).await
    }

    /// Sends a place, in degrees, north and east positive.
    pub async fn sends_location(
        &self,
        latitude: f64,
        longitude: f64,
        label: impl Into<String>,
    ) -> Moment {
        self.does(Deed::Location { latitude, longitude, scale: 16.0, label: label.into() }).await
    }

    /// Shares a link.
    pub async fn sends_link(
        &self,
        title: impl Into<String>,
        description: impl Into<String>,
        url: impl Into<String>,
    ) -> Moment {
        let (title, description, url) = (title.into(), description.into(), url.into());
        self.does(Deed::Link { title, description, url }).await
    }

    /// Taps the menu button that shows this, or has this key. Nothing happens if the account's
    /// menu has no such button.
    pub async fn taps(&self, button: &str) -> Moment {
        match self.deed_of(button) {
            Some(deed) => self.does(deed).await,
            None => self.cannot(Problem::new(
                format!("The menu has no button {button:?} that can be tapped."),
                format!("菜单中没有可点击的按钮 {button:?}。"),
            )),
        }
    }

    /// Taps an item of a menu message.
    pub async fn answers(&self, id: impl Into<String>, text: impl Into<String>) -> Moment {
        self.does(Deed::MenuMessage { id: id.into(), text: text.into() }).await
    }

    /// Scans a QR code of the account with this scene, which need not have been made before; who
    /// does not follow yet, follows.
    pub async fn scans(&self, scene: impl Into<String>) -> Moment {
        self.does(Deed::Scan { scene: scene.into() }).await
    }

    /// Scans a QR code that the account has made, by its ticket or by what its picture holds; who
    /// does not follow yet, follows. Nothing happens if there is no such code, or if it has expired.
    pub async fn scans_code(&self, code: impl Into<String>) -> Moment {
        self.does(Deed::ScanCode { code: code.into() }).await
    }

    /// Is asked whether they want messages of these templates, and agrees: one message of each, or
    /// any number where that is how the template works.
    pub async fn subscribes(&self, templates: &[&str]) -> Moment {
        let templates = templates.iter().map(|id| (*id).to_owned()).collect();
        self.does(Deed::Subscribe { templates, accept: true }).await
    }

    /// Lets the phone report where it is, in degrees and metres.
    pub async fn reports_location(&self, latitude: f64, longitude: f64, precision: f64) -> Moment {
        self.does(Deed::ReportLocation { latitude, longitude, precision }).await
    }

    /// Opens the WeCom app, or the customer-service chat of a Mini Program.
    pub async fn enters(&self) -> Moment {
        self.does(Deed::Enter).await
    }

    /// Causes any event, with these fields besides the header.
    pub async fn causes(
        &self,
        event: impl Into<String>,
        fields: impl IntoIterator<Item = (String, Value)>,
    ) -> Moment {
        let fields = fields.into_iter().collect();
        self.does(Deed::Event { event: event.into(), fields }).await
    }

    /// Does anything.
    pub async fn does(&self, deed: Deed) -> Moment {
        let since = self.platform.look(|world| world.timeline.revision());
        let moment = match perform(&self.platform, &self.account, &self.id, deed) {
            Ok(done) => self.moment(since, done.progress),
            Err(problem) => self.cannot(problem),
        };
        self.platform.clock.settle().await;
        moment
    }

    /// The chat as the person sees it, oldest first.
    pub fn chat(&self) -> Vec<Content> {
        let mine = |entry: &&Entry| {
            entry.account.as_ref() == Some(&self.account) && entry.person.as_ref() == Some(&self.id)
        };
        self.platform.look(|world| {
            let messages = world.timeline.iter().filter(mine);
            messages
                .filter_map(|entry| match &entry.what {
                    Happening::Message(message) => Some(message.content.clone()),
                    _ => None,
                })
                .collect()
        })
    }

    fn moment(&self, since: u64, progress: Arc<Progress>) -> Moment {
        Moment::new(self.platform.clone(), self.account.clone(), self.id.clone(), since, progress)
    }

    /// The person cannot do that: the timeline says why, and nothing will come of it.
    fn cannot(&self, problem: Problem) -> Moment {
        let since = self.platform.change(|world| {
            let (account, person) = (Some(&self.account), Some(&self.id));
            world.note(account, person, Level::Error, problem.en, problem.zh);
            world.timeline.revision()
        });
        self.moment(since, Arc::new(Progress::new(Outcome::Unsent)))
    }

    fn uploads(&self, kind: MediaKind, file: FilePart) -> MediaId {
        self.platform.change(|world| {
            let now = world.now();
            let id = MediaId::new(world.ids.media_id());
            let rules = world.account(&self.account).map(|account| account.rules.media.lifetime);
            world.shelf.put(
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
    fn deed_of(&self, wanted: &str) -> Option<Deed> {
        self.platform.look(|world| {
            let menu = world.account(&self.account)?.menu.as_deref()?;
            let is = |name: &str, text: &str| matches!(name, "name" | "key") && text == wanted;
            let button = find_button(menu, &is)?;
            let text = |name: &str| button.get(name).and_then(Value::as_str).map(str::to_owned);
            let fields = |key: &str| {
                Map::from_iter([("EventKey".to_owned(), text(key).unwrap_or_default().into())])
            };
            match text("type")?.as_str() {
                "click" => Some(Deed::Click { key: text("key")? }),
                "view" => Some(Deed::View { url: text("url")? }),
                "miniprogram" => Some(Deed::Event {
                    event: "view_miniprogram".to_owned(),
                    fields: fields("pagepath"),
                }),
                kind if kind.starts_with("scancode") || kind.starts_with("pic_") => {
                    Some(Deed::Event { event: kind.to_owned(), fields: fields("key") })
                }
                "location_select" => {
                    Some(Deed::Event { event: "location_select".to_owned(), fields: fields("key") })
                }
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
