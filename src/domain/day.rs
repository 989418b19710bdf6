//! Days and times of day as people write them: without a zone, so that they mean the same wherever they are read.

use std::{
    fmt,
    ops::{Deref, Sub},
    str::FromStr,
};

use chrono::{Days, Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A wall-clock time of a day, to the minute.
pub type TimeOfDay = chrono::NaiveTime;

/// A calendar day, without time or zone: it means what was written, wherever it is read.
///
/// A [`NaiveDate`] that is written and read in one way, `2026-03-01`. The parser of `chrono` knows a hundred forms and
/// is four kilobytes of the first visit.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The first day that can be written, `0000-01-01`.
    pub const MIN: Self = Self::end(0, 1, 1);
    /// The last day that can be written, `9999-12-31`.
    pub const MAX: Self = Self::end(9999, 12, 31);

    const fn end(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(day) => Self(day),
            None => Self(NaiveDate::MIN),
        }
    }

    /// The day of this year (0 to 9999), month (1 to 12) and day of the month; `None` if there is no such day.
    #[must_use]
    pub fn from_ymd_opt(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self).filter(|day| (Self::MIN..=Self::MAX).contains(day))
    }

    /// So many days later, earlier if negative; the last or the first day there is where there are not so many.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let (count, end) = (Days::new(days.unsigned_abs()), if days < 0 { Self::MIN } else { Self::MAX });
        let day = if days < 0 { self.0.checked_sub_days(count) } else { self.0.checked_add_days(count) };
        day.map_or(end, |day| Self(day).clamp(Self::MIN, Self::MAX))
    }

    /// The same day so many months later, or the last one of a shorter month; at most the last day there is.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.0.checked_add_months(Months::new(months)).map_or(Self::MAX, |day| Self(day).clamp(Self::MIN, Self::MAX))
    }

    /// This day and all that come after it.
    pub fn iter_days(self) -> impl Iterator<Item = Self> + Clone {
        self.0.iter_days().map(Self).take_while(|day| *day <= Self::MAX)
    }
}

impl Deref for Day {
    type Target = NaiveDate;

    fn deref(&self) -> &NaiveDate {
        &self.0
    }
}

impl Sub for Day {
    type Output = TimeDelta;

    fn sub(self, other: Self) -> TimeDelta {
        self.0 - other.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a day is written like 2026-03-01 and stands in the calendar")
    }
}

impl std::error::Error for NotADay {}

/// A number that is written with exactly so many digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let written = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    written.then(|| text.parse().ok()).flatten()
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let read = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            Self::from_ymd_opt(digits(year, 4)?.try_into().ok()?, digits(month, 2)?, digits(day, 2)?)
        };
        read().ok_or(NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl de::Visitor<'_> for Written {
            type Value = Day;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day like 2026-03-01")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Written)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

/// Reads a time of day as files and fields write it: `09:30`.
#[must_use]
pub fn time_of_day(text: &str) -> Option<TimeOfDay> {
    let (hour, minute) = text.split_once(':')?;
    TimeOfDay::from_hms_opt(digits(hour, 2)?, digits(minute, 2)?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_two_numbers_of_two_digits() {
        assert_eq!(time_of_day("09:30"), TimeOfDay::from_hms_opt(9, 30, 0));
        for wrong in ["", "9:30", "09:60", "24:00", "09:30:00", "+9:30", "09-30", "０９:30"] {
            assert_eq!(time_of_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_is_written_in_one_way_and_must_exist() {
        for right in ["0000-01-01", "2024-02-29", "2026-03-01", "9999-12-31"] {
            assert_eq!(right.parse::<Day>().unwrap().to_string(), right);
        }
        for wrong in [
            "",
            "2026",
            "2026-03",
            "2026-3-1",
            "26-03-01",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-03-01 ",
            "2026-03-01T00:00",
            "+2026-03-01",
            "-026-03-01",
            "02026-03-01",
            "2026-03-+1",
            "２０２６-03-01",
        ] {
            assert_eq!(wrong.parse::<Day>(), Err(NotADay), "{wrong}");
        }
    }

    #[test]
    fn the_calendar_has_two_ends() {
        assert_eq!((Day::MAX.plus(1), Day::MIN.plus(-1)), (Day::MAX, Day::MIN));
        assert_eq!((Day::MAX.plus(-i64::MAX), Day::MIN.plus(i64::MAX)), (Day::MIN, Day::MAX));
        assert_eq!([Day::MIN, Day::MAX].map(|day| day.to_string().parse()), [Ok(Day::MIN), Ok(Day::MAX)]);
        assert_eq!((Day::from_ymd_opt(10_000, 1, 1), Day::from_ymd_opt(-1, 12, 31)), (None, None));
        assert_eq!(Day::MAX.plus(-1).iter_days().count(), 2);
        let last = Day::from_ymd_opt(2024, 2, 28).unwrap();
        assert_eq!(last.plus(2).to_string(), "2024-03-01");
        assert_eq!(last.plus(2).plus(-2), last);
    }

    #[test]
    fn months_end_with_the_shorter_one() {
        let day = |month, day| Day::from_ymd_opt(2027, month, day).unwrap();
        assert_eq!(day(1, 31).plus_months(1), day(2, 28));
        assert_eq!(day(4, 14).plus_months(6), day(10, 14));
        assert_eq!(Day::MAX.plus_months(1), Day::MAX);
    }
}
