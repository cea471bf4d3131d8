//! Allowed values of the placeholders in subscription messages (订阅消息参数值内容限制说明).

/// Whether a value is allowed for a placeholder with this name, such as `thing1` or `date2`.
pub(super) fn is_allowed(name: &str, value: &str) -> bool {
    let length = value.chars().count();
    let at_most = |max: usize| (1..=max).contains(&length);
    let all = |allowed: fn(char) -> bool| value.chars().all(allowed);
    match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "thing" => at_most(20),
        "number" => at_most(32) && value.parse::<f64>().is_ok() && all(is_numeric),
        "letter" => at_most(32) && all(|c| c.is_ascii_alphabetic()),
        "symbol" => at_most(5) && all(|c| !c.is_alphanumeric() && !c.is_whitespace()),
        "character_string" => at_most(32) && all(|c| c.is_ascii_graphic()),
        "time" => is_range(value, |text| is_time(text) || is_date(text)),
        "date" => is_range(value, is_date),
        "amount" => is_amount(value),
        "phone_number" => at_most(17) && all(|c| c.is_ascii_digit() || "+-() ".contains(c)),
        "car_number" => at_most(8),
        "name" => {
            let latin = value.is_ascii();
            at_most(if latin { 20 } else { 10 }) && all(|c| !c.is_ascii_digit())
        }
        "phrase" => at_most(5) && all(|c| !c.is_ascii()),
        // The values of an enumeration depend on the template, and unknown names are not
        // restricted.
        _ => length > 0,
    }
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || c == '.' || c == '-'
}

/// A single time, or two times separated by `~`.
fn is_range(value: &str, is_time: impl Fn(&str) -> bool) -> bool {
    let times: Vec<&str> = value.split('~').map(str::trim).collect();
    times.len() <= 2 && times.into_iter().all(is_time)
}

/// `2019年10月1日` or `2019-10-01`, optionally followed by a time.
fn is_date(text: &str) -> bool {
    let (day, time) = text.split_once(' ').map_or((text, None), |(day, time)| (day, Some(time)));
    let chinese = |day: &str| {
        let (year, rest) = day.split_once('年')?;
        let (month, day) = rest.strip_suffix('日')?.split_once('月')?;
        Some([year.to_owned(), month.to_owned(), day.to_owned()])
    };
    let dashed = |day: &str| {
        let mut parts = day.split(['-', '/']).map(str::to_owned);
        let parts = [parts.next()?, parts.next()?, parts.next()?];
        (day.matches(['-', '/']).count() == 2).then_some(parts)
    };
    let Some([year, month, day]) = chinese(day).or_else(|| dashed(day)) else { return false };
    year.len() == 4
        && in_range(&year, 1, 9999)
        && in_range(&month, 1, 12)
        && in_range(&day, 1, 31)
        && time.is_none_or(is_time)
}

/// `15:01`, optionally with seconds.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    matches!(parts.len(), 2 | 3)
        && in_range(parts[0], 0, 23)
        && parts[1..].iter().all(|part| part.len() == 2 && in_range(part, 0, 59))
}

fn in_range(text: &str, min: u32, max: u32) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
        && text.parse().is_ok_and(|number: u32| (min..=max).contains(&number))
}

/// An optional currency sign, up to 10 digits with an optional decimal point, and an optional 元.
fn is_amount(value: &str) -> bool {
    let sign = |c: char| !c.is_ascii_digit() && c != '.' && c != '-';
    let bare = value.strip_suffix('元').unwrap_or(value);
    let digits = bare.strip_prefix(sign).unwrap_or(bare);
    digits.chars().filter(char::is_ascii_digit).count() <= 10
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn placeholder_names_determine_allowed_values() {
        for (name, good, bad) in [
            ("thing1", &["a", "二十个字以内的一段文字"][..], &["", "123456789012345678901"][..]),
            ("number12", &["3", "-3.5"], &["three", "1e5", "NaN", ""]),
            ("letter1", &["abC"], &["a1", "字"]),
            ("symbol1", &["##"], &["a", "######"]),
            ("character_string2", &["A-7/b"], &["字", "a b", "123456789012345678901234567890123"]),
            ("time1", &["15:01", "2019年10月1日 15:01", "9:00~10:00"], &["25:00", "15:1", "soon"]),
            (
                "date1",
                &["2019年10月1日", "2019-10-01", "2019-10-01~2019-10-02"],
                &["15:01", "2019-13-01"],
            ),
            ("amount1", &["¥100.5", "100元", "$3"], &["100€€", "12345678901", "free", ""]),
            ("phone_number1", &["+86-0766-66888866"], &["12345678901234567890", "phone"]),
            ("car_number1", &["粤A8Z888挂"], &["粤A8Z888挂了"]),
            ("name1", &["小安", "Ann Other"], &["十一个汉字的名字太长了啊", "R2"]),
            ("phrase1", &["配送中"], &["六个汉字词组", "ok"]),
            ("whatever", &["x"], &[""]),
        ] {
            for value in good {
                assert!(is_allowed(name, value), "{name} {value}");
            }
            for value in bad {
                assert!(!is_allowed(name, value), "{name} {value}");
            }
        }
    }
}
