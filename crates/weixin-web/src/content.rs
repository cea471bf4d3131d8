//! Content security: whether what users write and upload may be shown (内容安全).

use std::time::Duration;

use http::StatusCode;
use serde::{Deserialize, Serialize};
use weixin_api::kind::Mini;
use weixin_client::Client;
use weixin_mini::security::{
    CheckedKind, ContentLabel, ContentScene, ContentSecurityApi, Judgement, MediaCheck, Suggestion,
    TraceId,
};
use weixin_protocol::OpenId;
use weixin_store::{Key, WaitOutcome};

use crate::{MiniUser, Problem, Web, stored};

/// How long the result of a media check is kept for the one who waits for it.
const RESULT_LIFETIME: Duration = Duration::from_secs(60 * 60);

/// What the platform says about content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Verdict {
    /// It may be shown.
    Pass,
    /// A person should decide.
    Review(ContentLabel),
    /// It must not be shown.
    Risky(ContentLabel),
}

impl Verdict {
    fn of(judgement: Option<&Judgement>) -> Self {
        let unclear = ContentLabel::Others;
        match judgement.map(|judgement| (&judgement.suggest, judgement.label)) {
            Some((Suggestion::Pass, _)) => Self::Pass,
            Some((Suggestion::Risky, label)) => Self::Risky(label),
            // Also what this version does not know.
            Some((_, label)) => Self::Review(label),
            None => Self::Review(unclear),
        }
    }

    /// Rejects content that must not be shown, or about which a person should decide.
    ///
    /// ```
    /// # use weixin_mini::security::ContentScene;
    /// # use weixin_web::{MiniUser, Problem};
    /// async fn comment(user: MiniUser, text: String) -> Result<&'static str, Problem> {
    ///     user.check_text(ContentScene::Comment, &text).await?.accepted()?;
    ///     Ok("Thank you!")
    /// }
    /// ```
    ///
    /// # Errors
    /// 422 `content-rejected`, or `content-in-doubt`.
    pub fn accepted(&self) -> Result<(), Problem> {
        match self {
            Self::Review(_) => {
                Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "content-in-doubt")
                    .text("This content has to be reviewed first.", "内容需要人工审核。"))
            }
            _ => self.not_risky(),
        }
    }

    /// Rejects only content that must not be shown. About [`Review`](Self::Review) the program decides.
    ///
    /// # Errors
    /// 422 `content-rejected`.
    pub fn not_risky(&self) -> Result<(), Problem> {
        match self {
            Self::Risky(_) => {
                Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "content-rejected")
                    .text("This content is not allowed.", "内容含有违规信息。"))
            }
            Self::Pass | Self::Review(_) => Ok(()),
        }
    }
}

impl MiniUser {
    /// Checks a text of this user, up to 2,500 characters. They must have used the Mini Program in the last two hours.
    ///
    /// # Errors
    /// 502 and 504 if the platform cannot be asked.
    pub async fn check_text(&self, scene: ContentScene, text: &str) -> Result<Verdict, Problem> {
        let checked = self.client().content_security().text(self.openid().clone(), scene, text);
        Ok(Verdict::of(checked.await?.result.as_ref()))
    }

    /// Checks a picture or sound of this user, at a public address, of up to 10 MB, and waits for the result. See
    /// [`Web::check_media`].
    ///
    /// # Errors
    /// As [`Web::check_media`].
    pub async fn check_media(
        &self,
        scene: ContentScene,
        kind: CheckedKind,
        url: &str,
        deadline: Duration,
    ) -> Result<Verdict, Problem> {
        self.web().check_media(self.client(), self.openid(), scene, kind, url, deadline).await
    }
}

/// The result of a media check, as it is stored.
#[derive(Debug, Serialize, Deserialize)]
struct StoredResult {
    verdict: Option<Verdict>,
    errcode: i64,
}

impl Web {
    /// Checks a picture or sound, and waits for the result, which the platform pushes within 30 minutes, usually
    /// within seconds. The bot has to pass it on, in this or any other process that uses the same store:
    ///
    /// ```
    /// # use weixin_web::{Problem, Web};
    /// # use weixin_mini::security::MediaCheck;
    /// // Bot::new().on(media_checked).with_state(web)
    /// async fn media_checked(event: MediaCheck, web: Web) -> Result<(), Problem> {
    ///     web.media_checked(&event).await
    /// }
    /// ```
    ///
    /// # Errors
    /// 504 `content-check-pending` if there is no result within `deadline`: the content should not be shown yet. 502
    /// `content-unreachable` if the platform could not download the file; 502 and 504 if it cannot be asked.
    pub async fn check_media(
        &self,
        wx: &Client<Mini>,
        openid: &OpenId,
        scene: ContentScene,
        kind: CheckedKind,
        url: &str,
        deadline: Duration,
    ) -> Result<Verdict, Problem> {
        let deadline = self.now() + deadline;
        let checking = wx.content_security().media(openid.clone(), scene, kind, url).await?;
        let key = key(wx.account().id().as_str(), &checking.trace_id);
        // The push may be faster than the response.
        let found = match self.store().get(&key).await? {
            Some(entry) => Some(entry),
            None => match self.store().wait(&key, None, deadline).await? {
                WaitOutcome::Changed(entry) => entry,
                WaitOutcome::Unchanged => None,
            },
        };
        match found.as_ref().and_then(stored::read::<StoredResult>) {
            Some(StoredResult { verdict: Some(verdict), .. }) => Ok(verdict),
            Some(StoredResult { errcode, .. }) => {
                tracing::warn!(errcode, "the platform could not check a file");
                Err(Problem::new(StatusCode::BAD_GATEWAY, "content-unreachable").text(
                    "WeChat could not download the file that is to be checked.",
                    "微信无法下载待检测的文件。",
                ))
            }
            None => Err(Problem::new(StatusCode::GATEWAY_TIMEOUT, "content-check-pending")
                .text("The check of the content is not complete yet.", "内容检测尚未完成。")
                .retryable()),
        }
    }

    /// Passes the result of a media check on to whoever waits for it. Results that nobody waits for do no harm.
    ///
    /// # Errors
    /// 503 if the store fails: the push is to be handled again.
    pub async fn media_checked(&self, event: &MediaCheck) -> Result<(), Problem> {
        let Some(app) = &event.appid else {
            tracing::warn!("the result of a media check names no account, so nobody can be told");
            return Ok(());
        };
        let errcode = event.errcode.unwrap_or_default();
        let verdict = (errcode == 0).then(|| Verdict::of(event.result.as_ref()));
        let result = stored::write(&StoredResult { verdict, errcode })?;
        let expires = self.now() + RESULT_LIFETIME;
        let key = key(app.as_str(), &event.trace_id);
        Ok(self.store().put(&key, result, Some(expires)).await?)
    }
}

fn key(app: &str, trace: &TraceId) -> Key {
    Key::new("web").join("media-check").join(app).join(trace)
}
