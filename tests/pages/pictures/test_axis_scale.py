"""Days on an axis: even, with long empty stretches cut out."""

import datetime as dt

from parley.pages.pictures.axis_scale import CUT, scale


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def test_days_lie_evenly_between_the_ends() -> None:
    found = scale([d("2025-05-01"), d("2025-05-05"), d("2025-05-11")], 100, 200)
    assert [found.at(d(f"2025-05-{day:02}")) for day in (1, 2, 6, 11)] == [100, 110, 150, 200]
    assert found.cuts == ()


def test_a_day_alone_lies_at_the_start() -> None:
    assert scale([d("2025-05-01")], 100, 200).at(d("2025-05-01")) == 100


def test_a_long_stretch_without_anything_is_cut_out_and_its_length_is_known() -> None:
    found = scale([d("2022-03-01"), d("2022-03-11"), d("2025-05-01"), d("2025-05-11")], 0, 200 + CUT)
    (cut,) = found.cuts
    assert cut.days == (d("2025-05-01") - d("2022-03-11")).days
    assert cut.middle == 100 + CUT / 2
    assert [found.at(d(day)) for day in ("2022-03-01", "2022-03-11", "2025-05-01", "2025-05-11")] == [
        0, 100, 100 + CUT, 200 + CUT]  # fmt: skip


def test_days_keep_their_order_on_both_sides_of_a_cut_and_within_it() -> None:
    found = scale([d("2022-03-01"), d("2022-03-11"), d("2025-05-01"), d("2025-05-11")], 0, 400)
    places = [found.at(d("2022-03-01") + dt.timedelta(days=days)) for days in range(1168)]
    assert places == sorted(places)


def test_a_stretch_of_a_month_or_a_small_part_of_the_whole_is_not_cut() -> None:
    assert scale([d("2025-05-01"), d("2025-05-02"), d("2025-06-01")], 0, 400).cuts == ()
    evenly = [dt.date(2020 + at // 6, 1 + 2 * (at % 6), 1) for at in range(30)]
    assert scale(evenly, 0, 400).cuts == ()


def test_the_months_on_the_axis_are_those_that_begin_there() -> None:
    found = scale([d("2025-04-28"), d("2025-05-20"), d("2025-06-01")], 0, 400)
    assert found.months == (d("2025-05-01"), d("2025-06-01"))
