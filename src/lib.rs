//! Mentorbook.
