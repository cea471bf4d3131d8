//! Short dramas (短剧) and the traffic of their videos.

use super::{DramaId, VideoAudit, VideoId};
use crate::vod::VodHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::MediaId;

/// Submits a drama for review, the first time or again (剧目提审).
#[endpoint(POST "/wxa/sec/vod/auditdrama", title = "剧目提审",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_3-1-%E5%89%A7%E7%9B%AE%E6%8F%90%E5%AE%A1",
    scope(mini), reply = SubmittedDrama, call = vod.submit_drama)]
pub struct SubmitDrama {
    /// The drama, if it was submitted before; a new one if left out.
    pub drama_id: Option<DramaId>,
    /// The name of the drama.
    pub name: Option<String>,
    /// The number of episodes.
    pub media_count: Option<u32>,
    /// The videos of the episodes, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_id_list: Vec<VideoId>,
    /// The producer (制作方).
    pub producer: Option<String>,
    /// The synopsis of the drama.
    pub description: Option<String>,
    /// The cover, as temporary media.
    pub cover_material_id: Option<MediaId>,
    /// The authorization to play the drama here (播放授权材料), as temporary media.
    pub authorized_material_id: Option<MediaId>,
    /// The text that recommends the drama.
    pub recommendations: Option<String>,
    /// A poster, as temporary media.
    pub promotion_poster_material_id: Option<MediaId>,
    /// The screenwriter (编剧).
    pub playwright: Option<String>,
    /// The actors of the drama.
    pub actor_list: Option<DramaActors>,
    /// What permits the drama.
    pub qualification_type: Option<DramaQualification>,
    /// The registration number (备案号); for [`DramaQualification::Registered`].
    pub registration_number: Option<String>,
    /// The certificate of registration, as temporary media.
    pub qualification_certificate_material_id: Option<MediaId>,
    /// The letter that states the cost of production (成本配置比例情况报告), as temporary media; for
    /// [`DramaQualification::LowCost`].
    pub cost_commitment_letter_material_id: Option<MediaId>,
    /// The cost of production in units of 10,000 yuan.
    pub cost_of_production: Option<i64>,
    /// The number of the license to produce it (制作许可证编号).
    pub production_license: Option<String>,
    /// The number of the license to publish it (发行许可证编号).
    pub publish_license: Option<String>,
    /// Further material, as temporary media.
    pub other_material_material_id: Option<MediaId>,
    /// Whether the review is expedited (加急审核).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub expedited: Option<bool>,
    /// The replaced episodes, where only these are submitted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replace_media_list: Vec<ReplacedVideo>,
}

int_enum! {
    /// What permits a drama (剧目资质).
    pub enum DramaQualification {
        /// The drama is registered (备案号).
        Registered = 1,
        /// The cost of production is low enough to need no registration.
        LowCost = 2,
    }
}

/// The actors of a drama.
#[endpoint(part)]
pub struct DramaActors {
    /// The actors, in the order in which they are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actor: Vec<DramaActor>,
}

/// An actor of a drama.
#[endpoint(part)]
pub struct DramaActor {
    /// The name of the actor.
    pub name: Option<String>,
    /// The actor's picture, as temporary media.
    pub photo_material_id: Option<MediaId>,
    /// The role that the actor plays.
    pub role: Option<String>,
    /// A short biography.
    pub profile: Option<String>,
}

/// A replaced episode.
#[endpoint(part)]
pub struct ReplacedVideo {
    /// The video that is replaced.
    pub old: VideoId,
    /// The video that takes its place.
    #[serde(rename = "new")]
    pub replacement: VideoId,
}

/// A drama that was submitted for review.
#[endpoint(part, reply_to(SubmitDrama))]
pub struct SubmittedDrama {
    /// The id of the drama, for [`GetDrama`].
    pub drama_id: DramaId,
}

/// Returns a page of the dramas.
#[endpoint(POST "/wxa/sec/vod/listdramas", title = "获取剧目列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_3-2-%E8%8E%B7%E5%8F%96%E5%89%A7%E7%9B%AE%E5%88%97%E8%A1%A8",
    scope(mini), retry = safe, reply = Dramas, call = vod.dramas)]
pub struct GetDramas {
    /// The first drama, from 0.
    pub offset: Option<u32>,
    /// The number of dramas: 100 if left out.
    pub limit: Option<u32>,
}

/// A page of the dramas.
#[endpoint(part, reply_to(GetDramas))]
pub struct Dramas {
    /// The dramas on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drama_info_list: Vec<Drama>,
}

/// A drama with its episodes and the state of its review.
#[endpoint(part)]
pub struct Drama {
    /// The drama, as [`SubmitDrama`] returned it.
    pub drama_id: DramaId,
    /// When the drama was submitted.
    pub create_time: Option<Timestamp>,
    /// The name of the drama.
    pub name: Option<String>,
    /// The screenwriter (编剧).
    pub playwright: Option<String>,
    /// The producer (制作方).
    pub producer: Option<String>,
    /// The number of the license to produce it (制作许可证编号).
    pub production_license: Option<String>,
    /// The address of the cover.
    pub cover_url: Option<String>,
    /// The address of the poster.
    pub promotion_poster: Option<String>,
    /// The synopsis of the drama.
    pub description: Option<String>,
    /// The text that recommends the drama.
    pub recommendations: Option<String>,
    /// The actors of the drama.
    pub actor_list: Option<DramaActors>,
    /// Whether the drama can be watched.
    pub status: Option<DramaStatus>,
    /// The result of the review.
    pub audit_detail: Option<VideoAudit>,
    /// The number of episodes.
    pub media_count: Option<u32>,
    /// The episodes, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_list: Vec<DramaPart>,
    /// Whether the review is expedited (加急审核).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub expedited: Option<bool>,
}

int_enum! {
    /// Whether a drama can be watched.
    pub enum DramaStatus {
        /// It cannot be watched.
        Unavailable = 0,
        /// It can be watched.
        Available = 1,
        /// It has no episodes.
        NoEpisodes = 2,
    }
}

/// An episode of a drama.
#[endpoint(part)]
pub struct DramaPart {
    /// The video of the episode.
    pub media_id: VideoId,
}

/// Returns a drama.
#[endpoint(POST "/wxa/sec/vod/getdrama", title = "获取剧目信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/mini-drama/mini_drama.html#_3-3-%E8%8E%B7%E5%8F%96%E5%89%A7%E7%9B%AE%E4%BF%A1%E6%81%AF",
    scope(mini), retry = safe, reply = FoundDrama, call = vod.drama)]
pub struct GetDrama {
    /// The drama, as [`SubmitDrama`] returned it.
    pub drama_id: DramaId,
}

/// A drama.
#[endpoint(part, reply_to(GetDrama))]
pub struct FoundDrama {
    /// The drama with the state of its review.
    pub drama_info: Drama,
}

/// Returns the traffic of videos over time (CDN 用量).
#[endpoint(POST "/wxa/sec/vod/getcdnusagedata", title = "查询CDN用量数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/minidrama/usagedata/api_getcdnusagedata.html",
    scope(mini), retry = safe, reply = CdnUsage, call = vod.cdn_usage)]
pub struct GetCdnUsage {
    /// The beginning of the period.
    pub start_time: Timestamp,
    /// The end of the period.
    pub end_time: Timestamp,
    /// The minutes that one value covers: 5, 60 or 1,440.
    pub data_interval: Option<u32>,
    /// The traffic that is meant; all of it if left out.
    pub query_type: Option<CdnTraffic>,
}

int_enum! {
    /// The traffic that is counted.
    pub enum CdnTraffic {
        /// All traffic.
        All = 0,
        /// The traffic of the player for short dramas.
        Player = 1,
        /// The traffic outside that player.
        Rest = 2,
    }
}

/// The traffic of videos over time.
#[endpoint(part, reply_to(GetCdnUsage))]
pub struct CdnUsage {
    /// The minutes that one value covers.
    pub data_interval: Option<u32>,
    /// The values, in the order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<CdnUsageItem>,
}

/// The traffic in an interval.
#[endpoint(part)]
pub struct CdnUsageItem {
    /// The beginning of the interval.
    pub time: Timestamp,
    /// The traffic in bytes.
    pub value: i64,
}

/// Returns the addresses of traffic logs (CDN 日志).
#[endpoint(POST "/wxa/sec/vod/getcdnlogs", title = "查询CDN日志下载链接列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/minidrama/usagedata/api_getcdnlogs.html",
    scope(mini), retry = safe, reply = CdnLogs, call = vod.cdn_logs)]
pub struct GetCdnLogs {
    /// The beginning of the period.
    pub start_time: Timestamp,
    /// The end of the period: up to 48 hours after its beginning.
    pub end_time: Timestamp,
    /// The traffic that is meant; all of it if left out.
    pub query_type: Option<CdnTraffic>,
    /// The number of logs. The platform ignores it now.
    pub limit: Option<u32>,
    /// The first log. The platform ignores it now.
    pub offset: Option<u32>,
}

/// Traffic logs.
#[endpoint(part, reply_to(GetCdnLogs))]
pub struct CdnLogs {
    /// The number of logs.
    pub total_count: Option<u64>,
    /// The logs of the mainland.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domestic_cdn_logs: Vec<CdnLog>,
}

/// A traffic log.
#[endpoint(part)]
pub struct CdnLog {
    /// The day of the log.
    pub date: Option<String>,
    /// The file name of the log.
    pub name: Option<String>,
    /// The address of the log, valid for 24 hours.
    pub url: Option<String>,
    /// The beginning of the period that the log covers.
    pub start_time: Option<Timestamp>,
    /// The end of the period that the log covers.
    pub end_time: Option<Timestamp>,
}
