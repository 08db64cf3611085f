// SPDX-FileCopyrightText: 2026 The Watchdesk authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hunt/charts/chartscale.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace watchdesk::hunt {

namespace {

/// 1, 2 or 5 times a power of ten, at least `least`.
double niceStep(double least)
{
    if (!(least > 0) || !std::isfinite(least))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(least)));
    const double share = least / power;
    return power * (share <= 1.0000001 ? 1 : share <= 2.0000001 ? 2 : share <= 5.0000001 ? 5 : 10);
}

constexpr std::array<Ticks, 20> kSteps{
    kTicksPerMillisecond, 10 * kTicksPerMillisecond, 100 * kTicksPerMillisecond, kTicksPerSecond,
    5 * kTicksPerSecond,  15 * kTicksPerSecond,      30 * kTicksPerSecond,       kTicksPerMinute,
    5 * kTicksPerMinute,  15 * kTicksPerMinute,      30 * kTicksPerMinute,       kTicksPerHour,
    2 * kTicksPerHour,    3 * kTicksPerHour,         6 * kTicksPerHour,          12 * kTicksPerHour,
    kTicksPerDay,         2 * kTicksPerDay,          7 * kTicksPerDay,           14 * kTicksPerDay};

/// A step that people count in, for at most `most` of them; 0 where months are better.
Ticks timeStep(double ticks, int most)
{
    const auto step = std::find_if(kSteps.begin(), kSteps.end(),
                                   [ticks, most](Ticks each) { return ticks / double(each) <= double(most); });
    return step == kSteps.end() ? 0 : *step;
}

QList<Ticks> firstsOfMonths(Ticks from, Ticks to, int most)
{
    QList<Ticks> moments;
    const QDate begin = dateTimeFromTicks(from).date();
    const QDate end = dateTimeFromTicks(to).date();
    const int months = (end.year() - begin.year()) * 12 + end.month() - begin.month();
    int step = 1;
    for (const int wanted : {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12'000}) {
        step = wanted;
        if (months / wanted <= most)
            break;
    }
    int month = (begin.year() * 12 + begin.month() - 1 + step - 1) / step * step;
    for (; month / 12 <= 9999 && moments.size() < 100; month += step) {
        const QDateTime moment(QDate(month / 12, month % 12 + 1, 1), QTime(0, 0), Qt::UTC);
        const Ticks ticks = kUnixEpochTicks + moment.toMSecsSinceEpoch() * kTicksPerMillisecond;
        if (ticks > to)
            break;
        if (ticks >= from)
            moments.append(ticks);
    }
    return moments;
}

/// The moments to be labelled, and the step between them.
QList<Ticks> niceMoments(Ticks from, Ticks to, int most, Ticks *step)
{
    *step = timeStep(double(to - from), most);
    if (*step == 0) {
        *step = 31 * kTicksPerDay;
        return firstsOfMonths(from, to, most);
    }
    QList<Ticks> moments;
    for (Ticks moment = (from + *step - 1) / *step * *step; moment <= to; moment += *step)
        moments.append(moment);
    return moments;
}

bool isGrid(const QList<Ticks> &moments)
{
    if (moments.size() < 2)
        return false;
    const Ticks step = moments[1] - moments[0];
    return step > 0 && moments.last() == moments.first() + step * (moments.size() - 1);
}

/// Labels at midnight and other round moments, on whichever place of the grid they are.
QList<ChartScale::Mark> marksOfGrid(const QList<Ticks> &moments, int most)
{
    QList<ChartScale::Mark> marks;
    Ticks step = 0;
    const double width = double(moments[1] - moments[0]);
    for (const Ticks moment : niceMoments(moments.first(), moments.last(), most, &step))
        marks.append({double(moment - moments.first()) / width, shortMoment(moment, step)});
    return marks;
}

} // namespace

QString shortNumber(double value, double step)
{
    if (value == 0 && step >= 1)
        return QLocale().toString(0);
    static const std::array<const char *, 6> signs{"", " k", " M", " G", " T", " P"};
    const double size = std::max(std::abs(value), step);
    size_t sign = 0;
    double unit = 1;
    while (size >= 100'000 && size / unit >= 1'000 && sign + 1 < signs.size()) {
        ++sign;
        unit *= 1000;
    }
    if (size / unit >= 100'000 || (size > 0 && size < 1e-4))
        return QLocale().toString(value, 'g', 3);
    const double fine = step / unit;
    const int decimals = fine > 0 && fine < 1 ? std::min(6, int(std::ceil(-std::log10(fine) - 1e-9))) : 0;
    return QLocale().toString(value / unit + 0.0, 'f', decimals) + QLatin1String(signs[sign]);
}

QString shortMoment(Ticks moment, Ticks step)
{
    const QDateTime time = dateTimeFromTicks(moment);
    if (step >= 28 * kTicksPerDay)
        return time.toString(QStringLiteral("yyyy-MM"));
    if (step >= kTicksPerDay)
        return time.toString(QStringLiteral("MM-dd"));
    if (time.time() == QTime(0, 0))
        return time.toString(QStringLiteral("MM-dd"));
    if (step >= kTicksPerMinute)
        return time.toString(QStringLiteral("HH:mm"));
    return time.toString(step >= kTicksPerSecond ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz"));
}

ChartScale ChartScale::ofNumbers(double low, double high, bool isLog, int most, bool isFixed)
{
    ChartScale scale;
    scale.m_isLog = isLog;
    if (isLog) {
        scale.m_floor = std::floor(std::log10(std::max(low, 1e-300)));
        const double top = std::max(std::ceil(std::log10(std::max(high, 1e-300))), scale.m_floor + 1);
        scale.m_end = top - scale.m_floor;
        const double step = std::max(1.0, std::ceil(scale.m_end / std::max(most, 1)));
        for (double power = 0; power <= scale.m_end; power += step) {
            const double value = std::pow(10, power + scale.m_floor);
            scale.m_marks.append({power, shortNumber(value, value)});
        }
        return scale;
    }
    const double step = niceStep((high - low) / std::max(most, 1));
    if (!(high > low)) {
        low -= step / 2;
        high += step / 2;
    }
    scale.m_begin = isFixed ? low : std::floor(low / step + 1e-9) * step;
    scale.m_end = isFixed ? high : std::ceil(high / step - 1e-9) * step;
    for (double i = std::ceil(scale.m_begin / step - 1e-9); i * step <= scale.m_end + step * 1e-6; ++i)
        scale.m_marks.append({i * step, shortNumber(i * step, step)});
    return scale;
}

ChartScale ChartScale::ofTimes(Ticks origin, double low, double high, int most)
{
    ChartScale scale;
    if (!(high > low)) { // one moment: an hour around it
        low -= 1'800'000;
        high += 1'800'000;
    }
    scale.m_begin = low;
    scale.m_end = high;
    Ticks step = 0;
    const auto ticksAt = [origin](double place) {
        return std::clamp<Ticks>(origin + Ticks(place * double(kTicksPerMillisecond)), 0, kMaxTicks);
    };
    for (const Ticks moment : niceMoments(ticksAt(low), ticksAt(high), most, &step))
        scale.m_marks.append({double(moment - origin) / double(kTicksPerMillisecond), shortMoment(moment, step)});
    return scale;
}

ChartScale ChartScale::ofSpans(double low, double high, int most)
{
    ChartScale scale;
    if (!(high > low))
        high = low + double(kTicksPerSecond);
    scale.m_begin = low;
    scale.m_end = high;
    Ticks step = timeStep(high - low, most);
    if (step == 0)
        step = Ticks(niceStep((high - low) / double(kTicksPerDay) / std::max(most, 1))) * kTicksPerDay;
    for (double i = std::ceil(low / double(step)); i * double(step) <= high; ++i)
        scale.m_marks.append({i * double(step), textFromTimeSpan(Ticks(i) * step)});
    return scale;
}

ChartScale ChartScale::ofPlaces(const QStringList &names, const QList<Ticks> &moments, int most)
{
    ChartScale scale;
    scale.m_begin = -0.5;
    scale.m_end = std::max(0.5, double(names.size()) - 0.5);
    if (isGrid(moments))
        scale.m_marks = marksOfGrid(moments, most);
    if (!scale.m_marks.isEmpty())
        return scale;
    const qsizetype every = std::max<qsizetype>(1, (names.size() + most - 1) / std::max(most, 1));
    for (qsizetype i = 0; i < names.size(); i += every)
        scale.m_marks.append({double(i), moments.isEmpty()
                                             ? names[i]
                                             : dateTimeFromTicks(moments[i]).toString(QStringLiteral("MM-dd HH:mm"))});
    return scale;
}

double ChartScale::place(double value) const { return m_isLog ? std::log10(std::max(value, 1e-300)) - m_floor : value; }

} // namespace watchdesk::hunt
