//! Reports that members write (汇报). `/cgi-bin/oa/journal/*`

use crate::approval::{Applicant, ApplicationContents};
use weixin_api::{Paged, Timestamp, endpoint, group};

group! {
    /// Reports that members write (汇报).
    journals: [GetJournals, GetJournal, GetJournalStat, ExportJournalDocument, GetJournalExport]
}

/// Gives the reports of up to a month.
#[endpoint(POST "/cgi-bin/oa/journal/get_record_list", title = "批量获取汇报记录单号",
    doc = "https://developer.work.weixin.qq.com/document/path/93393",
    scope(work), retry = safe, reply = JournalIds, call = journals.list)]
pub struct GetJournals {
    /// From when.
    pub starttime: Timestamp,
    /// Until when.
    pub endtime: Timestamp,
    /// Where to begin: 0, then what the page before says.
    pub cursor: u64,
    /// How many: up to 100.
    pub limit: u32,
    /// Only those for which all of this is so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<JournalFilter>,
}

/// Which reports are meant.
#[endpoint(part)]
pub struct JournalFilter {
    /// `creator`, `department` or `template_id`.
    pub key: String,
    /// The member, department or template.
    pub value: String,
}

/// A page of reports.
#[endpoint(part, reply_to(GetJournals))]
pub struct JournalIds {
    /// The reports.
    #[serde(default)]
    pub journaluuid_list: Vec<String>,
    /// Where the next page begins.
    pub next_cursor: Option<u64>,
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub endflag: Option<bool>,
}

impl Paged for GetJournals {
    type Item = String;
    fn split_page(mut self, page: JournalIds) -> (Vec<String>, Option<Self>) {
        let next = page.next_cursor.filter(|_| page.endflag != Some(true));
        let next = next.filter(|next| *next != self.cursor);
        let next = next.map(|next| {
            self.cursor = next;
            self
        });
        (page.journaluuid_list, next)
    }
}

/// Gives a report.
#[endpoint(POST "/cgi-bin/oa/journal/get_record_detail", title = "获取汇报记录详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93394",
    scope(work), retry = safe, reply = JournalDetail, call = journals.get)]
pub struct GetJournal {
    /// The report.
    pub journaluuid: String,
}

/// A report.
#[endpoint(part, reply_to(GetJournal))]
pub struct JournalDetail {
    /// The report.
    pub info: Journal,
}

/// What a member reported.
#[endpoint(part)]
pub struct Journal {
    /// The report.
    pub journal_uuid: Option<String>,
    /// The template.
    pub template_id: Option<String>,
    /// The template's name.
    pub template_name: Option<String>,
    /// When.
    pub report_time: Option<Timestamp>,
    /// Who wrote it.
    pub submitter: Option<Applicant>,
    /// Who gets it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receivers: Vec<Applicant>,
    /// Who has read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readed_receivers: Vec<Applicant>,
    /// What it says.
    pub apply_data: Option<ApplicationContents>,
    /// Data the platform added.
    pub sys_journal_data: Option<String>,
    /// What was said about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<JournalComment>,
}

/// What somebody said about a report.
#[endpoint(part)]
pub struct JournalComment {
    /// The comment.
    pub commentid: Option<String>,
    /// The comment it answers.
    pub tocommentid: Option<String>,
    /// Who said it.
    pub comment_userinfo: Option<Applicant>,
    /// What.
    pub content: Option<String>,
    /// When.
    pub comment_time: Option<Timestamp>,
}

/// Tells who reported and who did not, for up to a year.
#[endpoint(POST "/cgi-bin/oa/journal/get_stat_list", title = "获取汇报统计数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93395",
    scope(work), retry = safe, reply = JournalStats, call = journals.stat)]
pub struct GetJournalStat {
    /// The template.
    pub template_id: String,
    /// From when.
    pub starttime: Timestamp,
    /// Until when.
    pub endtime: Timestamp,
}

/// Who reported and who did not.
#[endpoint(part, reply_to(GetJournalStat))]
pub struct JournalStats {
    /// One for each cycle.
    #[serde(default)]
    pub stat_list: Vec<JournalStat>,
}

/// Who reported in a cycle and who did not.
#[endpoint(part)]
pub struct JournalStat {
    /// The template.
    pub template_id: Option<String>,
    /// The template's name.
    pub template_name: Option<String>,
    /// Who should report.
    pub report_range: Option<JournalRange>,
    /// Who need not.
    pub white_range: Option<JournalRange>,
    /// Who gets the reports.
    pub receivers: Option<JournalReceivers>,
    /// When the cycle began.
    pub cycle_begin_time: Option<Timestamp>,
    /// When it ended.
    pub cycle_end_time: Option<Timestamp>,
    /// From when reports are counted.
    pub stat_begin_time: Option<Timestamp>,
    /// Until when.
    pub stat_end_time: Option<Timestamp>,
    /// Who reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report_list: Vec<JournalMember>,
    /// Who did not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unreport_list: Vec<JournalMember>,
    /// The kind of cycle, as the platform numbers them.
    pub report_type: Option<u8>,
}

/// Some members.
#[endpoint(part)]
pub struct JournalRange {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<Applicant>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party_list: Vec<JournalDepartment>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<JournalTag>,
}

/// A department.
#[endpoint(part)]
pub struct JournalDepartment {
    /// The department.
    pub open_partyid: Option<String>,
}

/// A tag.
#[endpoint(part)]
pub struct JournalTag {
    /// The tag.
    pub open_tagid: Option<String>,
}

/// Who gets reports.
#[endpoint(part)]
pub struct JournalReceivers {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_list: Vec<Applicant>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag_list: Vec<JournalTag>,
    /// Superiors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leader_list: Vec<JournalLeader>,
}

/// The superior of whoever reports.
#[endpoint(part)]
pub struct JournalLeader {
    /// How many levels above.
    pub level: Option<u32>,
}

/// The reports of a member.
#[endpoint(part)]
pub struct JournalMember {
    /// The member.
    pub user: Option<Applicant>,
    /// The reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub itemlist: Vec<JournalItem>,
}

/// A report of a member.
#[endpoint(part)]
pub struct JournalItem {
    /// The report.
    pub journaluuid: Option<String>,
    /// When.
    pub reporttime: Option<Timestamp>,
    /// Whether it came late.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub flag: Option<bool>,
}

/// Begins to export a document that is part of a report.
#[endpoint(POST "/cgi-bin/oa/journal/export_doc", title = "导出汇报文档",
    doc = "https://developer.work.weixin.qq.com/document/path/96108",
    scope(work), reply = JournalExport, call = journals.export_document)]
pub struct ExportJournalDocument {
    /// The report.
    pub journaluuid: String,
    /// The document.
    pub docid: String,
}

/// An export that runs.
#[endpoint(part, reply_to(ExportJournalDocument))]
pub struct JournalExport {
    /// The export, for [`GetJournalExport`].
    pub jobid: String,
}

/// Tells what became of an export.
#[endpoint(POST "/cgi-bin/oa/journal/get_export_doc_result", title = "获取导出结果",
    doc = "https://developer.work.weixin.qq.com/document/path/96108",
    scope(work), retry = safe, reply = JournalExportResult, call = journals.export_result)]
pub struct GetJournalExport {
    /// The export.
    pub jobid: String,
}

/// What became of an export.
#[endpoint(part, reply_to(GetJournalExport))]
pub struct JournalExportResult {
    /// How far it is, as the platform numbers it.
    pub status: Option<u8>,
    /// Where the document is, once it is there.
    pub url: Option<String>,
}
