//! Short plays.

use super::VideoAudit;
use crate::vod::VodHandle;
use weixin_api::{Timestamp, endpoint};

/// Submits a play for review, the first time or again.
#[endpoint(POST "/wxa/sec/vod/auditdrama", title = "剧目提审",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_3-1-%E5%89%A7%E7%9B%AE%E6%8F%90%E5%AE%A1",
    scope(mini), reply = SubmittedDrama, call = vod.submit_drama)]
pub struct SubmitDrama {
    /// The play, if it was submitted before.
    pub drama_id: Option<u64>,
    /// What it is called.
    pub name: Option<String>,
    /// How many parts it has.
    pub media_count: Option<u32>,
    /// The parts, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_id_list: Vec<u64>,
    /// Who has made it.
    pub producer: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Its cover, as a temporary material.
    pub cover_material_id: Option<String>,
    /// What shows that it may be shown here, as a temporary material.
    pub authorized_material_id: Option<String>,
    /// What recommends it.
    pub recommendations: Option<String>,
    /// A poster, as a temporary material.
    pub promotion_poster_material_id: Option<String>,
    /// Who wrote it.
    pub playwright: Option<String>,
    /// Who plays in it.
    pub actor_list: Option<DramaActors>,
    /// What allows it: 1 it was registered, 2 it cost so little that this is not needed.
    pub qualification_type: Option<i64>,
    /// The number of its registration.
    pub registration_number: Option<String>,
    /// The registration, as a temporary material.
    pub qualification_certificate_material_id: Option<String>,
    /// What says how little it cost, as a temporary material.
    pub cost_commitment_letter_material_id: Option<String>,
    /// What it cost, in units of 10,000 yuan.
    pub cost_of_production: Option<i64>,
    /// The number of the licence to make it.
    pub production_license: Option<String>,
    /// The number of the licence to publish it.
    pub publish_license: Option<String>,
    /// Anything else, as a temporary material.
    pub other_material_material_id: Option<String>,
    /// Whether it is urgent: 1 if it is.
    pub expedited: Option<i64>,
    /// Parts that were replaced, where only these are submitted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replace_media_list: Vec<ReplacedVideo>,
}

/// Who plays in a play.
#[endpoint(part)]
pub struct DramaActors {
    /// The actors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actor: Vec<DramaActor>,
}

/// An actor.
#[endpoint(part)]
pub struct DramaActor {
    /// Their name.
    pub name: Option<String>,
    /// Their picture, as a temporary material.
    pub photo_material_id: Option<String>,
    /// Whom they play.
    pub role: Option<String>,
    /// A few words about them.
    pub profile: Option<String>,
}

/// A part that was replaced.
#[endpoint(part)]
pub struct ReplacedVideo {
    /// The part before.
    pub old: u64,
    /// The part in its place.
    #[serde(rename = "new")]
    pub replacement: u64,
}

/// A play that was submitted.
#[endpoint(part, reply_to(SubmitDrama))]
pub struct SubmittedDrama {
    /// The play.
    pub drama_id: u64,
}

/// Gives a page of the plays.
#[endpoint(POST "/wxa/sec/vod/listdramas", title = "获取剧目列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_3-2-%E8%8E%B7%E5%8F%96%E5%89%A7%E7%9B%AE%E5%88%97%E8%A1%A8",
    scope(mini), retry = safe, reply = Dramas, call = vod.dramas)]
pub struct GetDramas {
    /// Where to begin, from 0.
    pub offset: Option<u32>,
    /// How many: 100 if left out.
    pub limit: Option<u32>,
}

/// A page of the plays.
#[endpoint(part, reply_to(GetDramas))]
pub struct Dramas {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drama_info_list: Vec<Drama>,
}

/// A play.
#[endpoint(part)]
pub struct Drama {
    /// The play.
    pub drama_id: u64,
    /// When it was submitted.
    pub create_time: Option<Timestamp>,
    /// What it is called.
    pub name: Option<String>,
    /// Who wrote it.
    pub playwright: Option<String>,
    /// Who has made it.
    pub producer: Option<String>,
    /// The number of the licence to make it.
    pub production_license: Option<String>,
    /// Where its cover is.
    pub cover_url: Option<String>,
    /// Where its poster is.
    pub promotion_poster: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// What recommends it.
    pub recommendations: Option<String>,
    /// Who plays in it.
    pub actor_list: Option<DramaActors>,
    /// Whether it can be watched: 0 no, 1 yes, 2 it has no parts.
    pub status: Option<i64>,
    /// What the platform thinks of it.
    pub audit_detail: Option<VideoAudit>,
    /// How many parts it has.
    pub media_count: Option<u32>,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_list: Vec<DramaPart>,
    /// Whether it is urgent: 1 if it is.
    pub expedited: Option<i64>,
}

/// A part of a play.
#[endpoint(part)]
pub struct DramaPart {
    /// The video.
    pub media_id: u64,
}

/// Tells about a play.
#[endpoint(POST "/wxa/sec/vod/getdrama", title = "获取剧目信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_3-3-%E8%8E%B7%E5%8F%96%E5%89%A7%E7%9B%AE%E4%BF%A1%E6%81%AF",
    scope(mini), retry = safe, reply = FoundDrama, call = vod.drama)]
pub struct GetDrama {
    /// The play.
    pub drama_id: u64,
}

/// What is known of a play.
#[endpoint(part, reply_to(GetDrama))]
pub struct FoundDrama {
    /// The play.
    pub drama_info: Drama,
}

/// Says how much was watched.
#[endpoint(POST "/wxa/sec/vod/getcdnusagedata", title = "查询CDN用量数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/minidrama/usagedata/api_getcdnusagedata.html",
    scope(mini), retry = safe, reply = CdnUsage, call = vod.cdn_usage)]
pub struct GetCdnUsage {
    /// From when.
    pub start_time: Timestamp,
    /// Until when.
    pub end_time: Timestamp,
    /// How many minutes one value covers: 5, 60 or 1,440.
    pub data_interval: Option<u32>,
    /// Of which traffic: 0 all of it, 1 that of the player for short plays, 2 the rest.
    pub query_type: Option<u32>,
}

/// How much was watched.
#[endpoint(part, reply_to(GetCdnUsage))]
pub struct CdnUsage {
    /// How many minutes one value covers.
    pub data_interval: Option<u32>,
    /// The values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<CdnUsageItem>,
}

/// How much was watched at a time.
#[endpoint(part)]
pub struct CdnUsageItem {
    /// From when on.
    pub time: Timestamp,
    /// How much, in bytes.
    pub value: i64,
}

/// Says where the logs of what was watched are.
#[endpoint(POST "/wxa/sec/vod/getcdnlogs", title = "查询CDN日志下载链接列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/minidrama/usagedata/api_getcdnlogs.html",
    scope(mini), retry = safe, reply = CdnLogs, call = vod.cdn_logs)]
pub struct GetCdnLogs {
    /// From when.
    pub start_time: Timestamp,
    /// Until when: up to 48 hours later.
    pub end_time: Timestamp,
    /// Of which traffic: 0 all of it, 1 that of the player for short plays, 2 the rest.
    pub query_type: Option<u32>,
    /// How many; no longer heeded.
    pub limit: Option<u32>,
    /// Where to begin; no longer heeded.
    pub offset: Option<u32>,
}

/// Logs of what was watched.
#[endpoint(part, reply_to(GetCdnLogs))]
pub struct CdnLogs {
    /// How many there are.
    pub total_count: Option<u64>,
    /// Those of the mainland.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domestic_cdn_logs: Vec<CdnLog>,
}

/// A log of what was watched.
#[endpoint(part)]
pub struct CdnLog {
    /// The day.
    pub date: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// Where it is, for 24 hours.
    pub url: Option<String>,
    /// From when it is.
    pub start_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
}
