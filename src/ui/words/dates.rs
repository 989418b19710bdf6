//! Days in words: like speech near today, exact further away.

use chrono::{Datelike, Timelike, Weekday};

use crate::domain::{Day, TimeOfDay};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Today, and the day on which a week begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// The day it is where the reader is.
    pub today: Day,
    /// The first day of the week there.
    pub week_start: Weekday,
}

pub fn weekday(day: Day) -> &'static str {
    weekday_name(day.weekday())
}

pub fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.get(weekday.num_days_from_monday() as usize).copied().unwrap_or_default()
}

fn month(day: Day) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

/// “April”, of its number from 1.
pub fn month_name(number: u32) -> &'static str {
    MONTHS.get((number as usize).wrapping_sub(1)).copied().unwrap_or_default()
}

impl Calendar {
    /// “Today”, “Thursday, in 2 days”, “Monday next week”, “2 April”, “2 April 2025”.
    pub fn near(&self, day: Day) -> String {
        let days = (day - self.today).num_days();
        match days {
            0 => "Today".to_owned(),
            1 => "Tomorrow".to_owned(),
            -1 => "Yesterday".to_owned(),
            2..=6 => format!("{}, in {days} days", weekday(day)),
            -6..=-2 => format!("{}, {} days ago", weekday(day), -days),
            7..=13 if self.weeks_between(day) == 1 => format!("{} next week", weekday(day)),
            _ => self.short(day),
        }
    }

    /// The same in the middle of a sentence: “today”, “on Thursday”, “on 2 April”.
    pub fn within(&self, day: Day) -> String {
        match (day - self.today).num_days() {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            -1 => "yesterday".to_owned(),
            2..=6 => format!("on {}", weekday(day)),
            -6..=-2 => format!("last {}", weekday(day)),
            _ => format!("on {}", self.short(day)),
        }
    }

    /// “2 April”, with the year if it is another one.
    pub fn short(&self, day: Day) -> String {
        if day.year() == self.today.year() {
            format!("{} {}", day.day(), month(day))
        } else {
            format!("{} {} {}", day.day(), month(day), day.year())
        }
    }

    /// How many days ago, in words: “today”, “yesterday”, “41 days ago”.
    pub fn ago(&self, day: Day) -> String {
        match (self.today - day).num_days() {
            0 => "today".to_owned(),
            1 => "yesterday".to_owned(),
            days @ 2.. => format!("{days} days ago"),
            _ => self.within(day),
        }
    }

    fn weeks_between(&self, day: Day) -> i64 {
        let start = |day: Day| day.plus(-i64::from(day.weekday().days_since(self.week_start)));
        (start(day) - start(self.today)).num_days() / 7
    }
}

/// “Tuesday, 14 April 2026”.
pub fn exact(day: Day) -> String {
    format!("{}, {} {} {}", weekday(day), day.day(), month(day), day.year())
}

/// “Tuesday, 14 April”.
pub fn heading(day: Day) -> String {
    format!("{}, {} {}", weekday(day), day.day(), month(day))
}

/// “17:00”.
pub fn time(time: TimeOfDay) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn near_days_read_like_speech() {
        let calendar = Calendar { today: day("2026-04-14"), week_start: Weekday::Mon };
        let table = [
            ("2026-04-14", "Today"),
            ("2026-04-15", "Tomorrow"),
            ("2026-04-13", "Yesterday"),
            ("2026-04-16", "Thursday, in 2 days"),
            ("2026-04-11", "Saturday, 3 days ago"),
            ("2026-04-22", "Wednesday next week"),
            ("2026-04-27", "27 April"),
            ("2026-02-20", "20 February"),
            ("2025-12-31", "31 December 2025"),
        ];
        for (on, words) in table {
            assert_eq!(calendar.near(day(on)), words);
        }
    }

    #[test]
    fn the_week_begins_where_the_reader_begins_it() {
        let sunday = day("2026-04-26");
        let on = |week_start| Calendar { today: day("2026-04-14"), week_start }.near(sunday);
        assert_eq!(on(Weekday::Mon), "Sunday next week");
        assert_eq!(on(Weekday::Sun), "26 April");
    }

    #[test]
    fn the_last_days_of_the_calendar_are_no_trouble() {
        let calendar = Calendar { today: day("2026-04-14"), week_start: Weekday::Sat };
        for far in [Day::MIN, Day::MAX] {
            assert!(!calendar.near(far).is_empty());
        }
    }
}
