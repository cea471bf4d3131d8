//! The forms of messages that people subscribe to, and the library they are chosen from.

use weixin_official::subscription::SubscriptionKind;

/// The forms of an account.
#[derive(Debug, Default)]
pub(crate) struct Subscriptions(Vec<SubscriptionEntry>);

/// One form.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SubscriptionEntry {
    pub(crate) id: String,
    pub(crate) title: String,
    /// Whether one consent is for any number of messages.
    pub(crate) long_term: bool,
    pub(crate) places: Vec<TemplateField>,
}

/// A place in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TemplateField {
    /// What stands before it.
    pub(crate) label: String,
    /// Its name, such as `thing1`, which says what may stand there.
    pub(crate) name: String,
    pub(crate) example: String,
}

impl SubscriptionEntry {
    pub(crate) fn kind(&self) -> SubscriptionKind {
        if self.long_term { SubscriptionKind::Lasting } else { SubscriptionKind::Once }
    }

    /// The form as the platform writes it: `label:{{thing1.DATA}}` in each line.
    pub(crate) fn content(&self) -> String {
        self.lines(|place| format!("{{{{{}.DATA}}}}", place.name))
    }

    pub(crate) fn example(&self) -> String {
        self.lines(|place| place.example.clone())
    }

    fn lines(&self, text: impl Fn(&TemplateField) -> String) -> String {
        let lines = self.places.iter().map(|place| format!("{}:{}\n", place.label, text(place)));
        lines.collect()
    }
}

impl Subscriptions {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &SubscriptionEntry> {
        self.0.iter()
    }

    pub(crate) fn get(&self, id: &str) -> Option<&SubscriptionEntry> {
        self.0.iter().find(|form| form.id == id)
    }

    /// Adds a form, in place of the one with this id.
    pub(crate) fn put(&mut self, form: SubscriptionEntry) {
        self.remove(&form.id);
        self.0.push(form);
    }

    /// Removes a form; `false` if there is none.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|form| form.id != id);
        self.0.len() < before
    }
}

/// A template of the library. The platform's has thousands; what else a bot sends is added to the
/// account by hand, as in the console.
pub(crate) struct LibraryEntry {
    pub(crate) tid: u64,
    pub(crate) title: &'static str,
    pub(crate) long_term: bool,
    /// Label, kind and example of its places; the first has the number 1.
    pub(crate) places: &'static [(&'static str, &'static str, &'static str)],
}

/// The one category of every sandbox account.
pub(crate) const CATEGORY: (u64, &str) = (616, "公交");

/// The library.
pub(crate) const SUBSCRIPTION_LIBRARY: &[LibraryEntry] = &[
    LibraryEntry {
        tid: 99,
        title: "付款成功通知",
        long_term: false,
        places: &[
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
        places: &[
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
        places: &[
            ("线路", "thing", "1路"),
            ("站点", "thing", "人民广场"),
            ("到站时间", "time", "15:01"),
        ],
    },
];

impl LibraryEntry {
    /// The template of this number.
    pub(crate) fn find(tid: &str) -> Option<&'static Self> {
        let tid: u64 = tid.parse().ok()?;
        SUBSCRIPTION_LIBRARY.iter().find(|form| form.tid == tid)
    }

    /// The form with the places of these numbers, in their order; `None` if one is not there.
    pub(crate) fn with(&self, id: String, numbers: &[u64]) -> Option<SubscriptionEntry> {
        let place = |number: &u64| {
            let at = usize::try_from(*number).ok()?.checked_sub(1)?;
            let (label, kind, example) = self.places.get(at)?;
            Some(TemplateField {
                label: (*label).to_owned(),
                name: format!("{kind}{number}"),
                example: (*example).to_owned(),
            })
        };
        let places = numbers.iter().map(place).collect::<Option<_>>()?;
        Some(SubscriptionEntry {
            id,
            title: self.title.to_owned(),
            long_term: self.long_term,
            places,
        })
    }
}
