//! What may stand in the places of a subscription message (订阅消息参数值内容限制说明).

/// Whether a value may stand in a place of this name: `thing1`, `date2`.
pub(super) fn is_allowed(place: &str, value: &str) -> bool {
    let length = value.chars().count();
    let at_most = |max: usize| (1..=max).contains(&length);
    let all = |allowed: fn(char) -> bool| value.chars().all(allowed);
    match place.trim_end_matches(|c: char| c.is_ascii_digit()) {
        "thing" => at_most(20),
        "number" => at_most(32) && value.parse::<f64>().is_ok() && all(is_numeric),
        "letter" => at_most(32) && all(|c| c.is_ascii_alphabetic()),
        "symbol" => at_most(5) && all(|c| !c.is_alphanumeric() && !c.is_whitespace()),
        "character_string" => at_most(32) && all(|c| c.is_ascii_graphic()),
        "time" => spans(value, |text| is_time(text) || is_date(text)),
        "date" => spans(value, is_date),
        "amount" => is_amount(value),
        "phone_number" => at_most(17) && all(|c| c.is_ascii_digit() || "+-() ".contains(c)),
        "car_number" => at_most(8),
        "name" => {
            let latin = value.is_ascii();
            at_most(if latin { 20 } else { 10 }) && all(|c| !c.is_ascii_digit())
        }
        "phrase" => at_most(5) && all(|c| !c.is_ascii()),
        // The words of an enumeration are its template's, and places of a test's own may hold what
        // they like.
        _ => length > 0,
    }
}

fn is_numeric(c: char) -> bool {
    c.is_ascii_digit() || c == '.' || c == '-'
}

/// One interaction, or two with `~` between them.
fn spans(value: &str, is_moment: impl Fn(&str) -> bool) -> bool {
    let moments: Vec<&str> = value.split('~').map(str::trim).collect();
    moments.len() <= 2 && moments.into_iter().all(is_moment)
}

/// `2019年10月1日` or `2019-10-01`, perhaps with a time behind it.
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
        && within(&year, 1, 9999)
        && within(&month, 1, 12)
        && within(&day, 1, 31)
        && time.is_none_or(is_time)
}

/// `15:01`, perhaps with seconds.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    matches!(parts.len(), 2 | 3)
        && within(parts[0], 0, 23)
        && parts[1..].iter().all(|part| part.len() == 2 && within(part, 0, 59))
}

fn within(text: &str, least: u32, max: u32) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
        && text.parse().is_ok_and(|number: u32| (least..=max).contains(&number))
}

/// A sign of a currency, up to 10 digits with a point, and perhaps 元.
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
    fn the_name_of_a_place_says_what_may_stand_there() {
        for (place, good, bad) in [
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
                assert!(is_allowed(place, value), "{place} {value}");
            }
            for value in bad {
                assert!(!is_allowed(place, value), "{place} {value}");
            }
        }
    }
}
