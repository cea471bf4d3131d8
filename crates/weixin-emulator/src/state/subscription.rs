//! Templates of subscription messages (订阅消息), and the public library (公共模板库) they are chosen from.

use weixin_official::subscription::SubscriptionKind;

/// The subscription templates of an account.
#[derive(Debug, Default)]
pub(crate) struct Subscriptions(Vec<SubscriptionTemplate>);

/// A subscription template.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SubscriptionTemplate {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Whether one consent permits any number of messages (长期订阅) instead of one.
    pub(crate) long_term: bool,
    pub(crate) fields: Vec<TemplateField>,
}

/// A keyword of a subscription template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TemplateField {
    /// The label shown before the value.
    pub(crate) label: String,
    /// The placeholder name, such as `thing1`. It determines which values are allowed.
    pub(crate) name: String,
    pub(crate) example: String,
}

impl SubscriptionTemplate {
    pub(crate) fn kind(&self) -> SubscriptionKind {
        if self.long_term { SubscriptionKind::Lasting } else { SubscriptionKind::Once }
    }

    /// The template in the platform's notation, with a line `label:{{thing1.DATA}}` per keyword.
    pub(crate) fn content(&self) -> String {
        self.lines(|field| format!("{{{{{}.DATA}}}}", field.name))
    }

    pub(crate) fn example(&self) -> String {
        self.lines(|field| field.example.clone())
    }

    fn lines(&self, text: impl Fn(&TemplateField) -> String) -> String {
        let lines = self.fields.iter().map(|field| format!("{}:{}\n", field.label, text(field)));
        lines.collect()
    }
}

impl Subscriptions {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &SubscriptionTemplate> {
        self.0.iter()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&SubscriptionTemplate> {
        self.0.iter().find(|form| form.id == id)
    }

    /// Adds a template, replacing one with the same id.
    pub(crate) fn put(&mut self, form: SubscriptionTemplate) {
        self.remove(&form.id);
        self.0.push(form);
    }

    /// Removes a template. Returns `false` if it does not exist.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|form| form.id != id);
        self.0.len() < before
    }
}

/// A template of the public library. The platform's library has thousands; other templates can be
/// added to an account directly, as in the console.
pub(crate) struct LibraryEntry {
    pub(crate) tid: u64,
    pub(crate) title: &'static str,
    pub(crate) long_term: bool,
    /// Label, kind and example of each keyword. Keywords are numbered from 1.
    pub(crate) fields: &'static [(&'static str, &'static str, &'static str)],
}

/// The category (类目) of every sandbox account.
pub(crate) const CATEGORY: (u64, &str) = (616, "公交");

/// The public library.
pub(crate) const SUBSCRIPTION_LIBRARY: &[LibraryEntry] = &[
    LibraryEntry {
        tid: 99,
        title: "付款成功通知",
        long_term: false,
        fields: &[
            ("物品名称", "thing", "名称"),
            ("金额", "amount", "30.00元"),
            ("付款时间", "time", "2026年1月5日 15:01"),
            ("订单编号", "character_string", "A20260105-7"),
            ("备注", "thing", "谢谢惠顾"),
        ],
    },
    LibraryEntry {
        tid: 401,
        title: "报名结果通知",
        long_term: false,
        fields: &[
            ("会议地点", "thing", "TIT会议室"),
            ("会议时间", "date", "2016年8月8日"),
            ("联系电话", "phone_number", "020-81167888"),
            ("报名人", "name", "小安"),
            ("人数", "number", "3"),
        ],
    },
    LibraryEntry {
        tid: 7001,
        title: "到站提醒",
        long_term: true,
        fields: &[
            ("线路", "thing", "1路"),
            ("站点", "thing", "人民广场"),
            ("到站时间", "time", "15:01"),
        ],
    },
];

impl LibraryEntry {
    /// The template with this number.
    pub(crate) fn find(tid: &str) -> Option<&'static Self> {
        let tid: u64 = tid.parse().ok()?;
        SUBSCRIPTION_LIBRARY.iter().find(|form| form.tid == tid)
    }

    /// A subscription template with these keywords, in this order. `None` if a keyword does not
    /// exist.
    pub(crate) fn with(
        &self,
        id: String,
        numbers: impl IntoIterator<Item = u64>,
    ) -> Option<SubscriptionTemplate> {
        let field = |number: u64| {
            let at = usize::try_from(number).ok()?.checked_sub(1)?;
            let (label, kind, example) = self.fields.get(at)?;
            Some(TemplateField {
                label: (*label).to_owned(),
                name: format!("{kind}{number}"),
                example: (*example).to_owned(),
            })
        };
        let fields = numbers.into_iter().map(field).collect::<Option<_>>()?;
        Some(SubscriptionTemplate {
            id,
            title: self.title.to_owned(),
            long_term: self.long_term,
            fields,
        })
    }
}
