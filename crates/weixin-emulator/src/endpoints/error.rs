//! Errors of the platform's API.

use std::borrow::Cow;

use bytes::Bytes;
use weixin_api::{ErrCode, Hint, Timestamp, wire::ApiResponse};
use weixin_protocol::Product;

use crate::{Problem, ids::Ids};

/// An error code with its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ApiError {
    pub(crate) code: ErrCode,
    pub(crate) message: Cow<'static, str>,
    /// The HTTP status. A status other than 200 has no body.
    status: u16,
}

/// The platform's messages (`errmsg`), by code.
const ERRMSG: &[(i64, &str)] = &[
    (20002, "invalid args"),
    (40001, "invalid credential, access_token is invalid or not latest"),
    (40002, "invalid grant_type"),
    (40003, "invalid openid"),
    (40004, "invalid media type"),
    (40005, "invalid file type"),
    (40006, "invalid media size"),
    (40007, "invalid media_id"),
    (40008, "invalid message type"),
    (40013, "invalid appid"),
    (40014, "invalid access_token"),
    (40016, "invalid button size"),
    (40017, "invalid button type"),
    (40018, "invalid button name size"),
    (40019, "invalid button key size"),
    (40020, "invalid button url size"),
    (40022, "invalid sub button depth"),
    (40023, "invalid sub button size"),
    (40024, "invalid sub button type"),
    (40025, "invalid sub button name size"),
    (40026, "invalid sub button key size"),
    (40027, "invalid sub button url size"),
    (40029, "invalid code"),
    (40030, "invalid refresh_token"),
    (40032, "invalid openid list size"),
    (40036, "invalid template_id size"),
    (40037, "invalid template_id"),
    (40039, "invalid url size"),
    (40052, "invalid action name"),
    (40053, "invalid action info"),
    (40056, "invalid agentid"),
    (40066, "invalid url"),
    (40092, "invalid remark name"),
    (40097, "invalid args"),
    (40125, "invalid appsecret"),
    (40159, "invalid path length"),
    (40163, "code been used"),
    (40169, "invalid length for scene, or the data is not json string"),
    (40246, "invalid keyword_name_list"),
    (41001, "access_token missing"),
    (41002, "appid missing"),
    (41004, "appsecret missing"),
    (41006, "media_id missing"),
    (41008, "missing code"),
    (41009, "openid missing"),
    (41030, "invalid page"),
    (42001, "access_token expired"),
    (42002, "refresh_token expired"),
    (42003, "code expired"),
    (42022, "code has been used"),
    (43004, "require subscribe"),
    (43019, "blacklist user"),
    (43100, "change template too frequently"),
    (43101, "user refuse to accept the msg"),
    (44001, "empty media data"),
    (44002, "empty post data"),
    (44003, "empty news data"),
    (44004, "empty content"),
    (45001, "media size out of limit"),
    (45002, "content size out of limit"),
    (45008, "article size out of limit"),
    (45009, "reach max api daily quota limit"),
    (45015, "response out of time limit or subscription is canceled"),
    (45026, "template count exceeds limit"),
    (45029, "qrcode count out of limit"),
    (45047, "out of response count limit"),
    (45056, "too many tag now, no need to add new"),
    (45057, "can't delete the tag that has too many fans"),
    (45058, "can't modify sys tag"),
    (45059, "can not tag one user too much"),
    (45157, "invalid tag name"),
    (45158, "tag name too long"),
    (45159, "invalid tag id"),
    (46003, "menu no exist"),
    (46004, "user no exist"),
    (47001, "data format error"),
    (47003, "argument invalid!"),
    (48001, "api unauthorized"),
    (48002, "api forbidden"),
    (48006, "clear quota count has reached limit"),
    (49003, "not match openid with appid"),
    (50005, "user is unsubscribed"),
    (60001, "invalid department name"),
    (60002, "department layer too deep"),
    (60003, "department not found"),
    (60004, "parent department not found"),
    (60005, "department contains user"),
    (60006, "department contains sub department"),
    (60007, "root department can not be deleted"),
    (60008, "department existed"),
    (60009, "invalid character in department name"),
    (60010, "parent department is itself or below it"),
    (60102, "userid existed"),
    (60104, "mobile existed"),
    (60106, "email existed"),
    (60111, "userid not found"),
    (60112, "invalid name"),
    (60129, "missing mobile or email"),
    (76001, "rid not found"),
    (76002, "invalid rid"),
    (76003, "no permission to query this rid"),
    (76004, "rid expired"),
    (76021, "cgi_path not found"),
    (76022, "could not use this cgi_path, no permission"),
    (84014, "user_ticket expired"),
    (84015, "invalid user_ticket"),
    (81013, "user & party & tag all invalid"),
    (200_011, "this account has been banned"),
    (200_012, "personal template count exceeded"),
    (200_014, "template tid error"),
    (200_020, "keyword list count error"),
    (200_021, "scene desc too long"),
    (268_490_001, "openid error"),
    (268_490_004, "duplicate operation"),
    (268_490_006, "insufficient amount"),
    (268_490_008, "currency not published"),
    (268_490_009, "session_key not exist or expired"),
    (268_490_012, "batch task is running"),
    (268_490_016, "left_fee mismatch"),
];

impl ApiError {
    /// An error with a custom message.
    pub(crate) fn with_message(code: ErrCode, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into(), status: 200 }
    }

    /// The HTTP status 404, for an image that does not exist.
    pub(crate) fn not_found() -> Self {
        Self { status: 404, ..Self::with_message(ErrCode::new(404), "not found") }
    }

    /// An error with the platform's message.
    pub(crate) fn new(code: ErrCode) -> Self {
        let message = ERRMSG.iter().find(|(number, _)| *number == code.get());
        Self::with_message(code, message.map_or("invalid request", |(_, message)| message))
    }

    /// An error with the platform's message, by number.
    pub(crate) fn code(code: i64) -> Self {
        Self::new(ErrCode::new(code))
    }

    /// The response in the format of this product, and the `rid` in it, if any.
    pub(crate) fn answer(
        &self,
        product: Product,
        ids: &mut Ids,
        now: Timestamp,
    ) -> (ApiResponse, Option<String>) {
        if self.status != 200 {
            return (ApiResponse::new(self.status, Bytes::new()), None);
        }
        let (code, message) = (self.code, &self.message);
        let (message, rid) = match product {
            Product::Work => {
                let hint = ids.work_hint(now.as_secs());
                let message = format!(
                    "{message}, hint: [{hint}], from ip: 127.0.0.1, more info at \
                     https://open.work.weixin.qq.com/devtool/query?e={code}"
                );
                (message, None)
            }
            _ => {
                let rid = ids.rid();
                (format!("{message} rid: {rid}"), Some(rid))
            }
        };
        (ApiResponse::rejection(code, &message), rid)
    }

    /// The error as a problem, with a hint.
    pub(crate) fn problem(&self, product: Product) -> Problem {
        let text = format!("{}: {}", self.code, self.message);
        let Hint { en, zh, .. } = match self.code.hint(product) {
            Some(hint) => hint,
            None => return Problem::new(&*text, text.clone()),
        };
        Problem::new(&*text, text.clone()).hint(en, zh)
    }
}
