package org.tabularium.dataset;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Writes SAS XPORT version 5 files for tests, straight from TS-140 and with its own way into IBM floating point (exact
/// decimals), so that it shares
/// nothing with the reader.
public final class XportWriter {

    private record Column(String name, String label, int length, boolean numeric, String format, int width) {}

    private final List<Column> columns = new ArrayList<>();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final String member;
    private Charset charset = StandardCharsets.UTF_8;

    public XportWriter(String member) {
        this.member = member;
    }

    public XportWriter charset(Charset newCharset) {
        charset = newCharset;
        return this;
    }

    public XportWriter text(String name, int length) {
        columns.add(new Column(name, "", length, false, "", 0));
        return this;
    }

    public XportWriter number(String name, int length, String format, int width) {
        columns.add(new Column(name, "", length, true, format, width));
        return this;
    }

    public XportWriter number(String name) {
        return number(name, 8, "", 0);
    }

    /// Strings for text, doubles for numbers, characters for missing values.
    public XportWriter row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            int length = columns.get(i).length();
            byte[] bytes = switch (cells[i]) {
                case String text -> text.getBytes(charset);
                case Character missing -> new byte[]{(byte) (char) missing, 0, 0, 0, 0, 0, 0, 0};
                case Double number -> ibm(new BigDecimal(number));
                default -> throw new IllegalArgumentException(cells[i].toString());
            };
            byte[] field = new byte[length];
            Arrays.fill(field, (byte) ' ');
            System.arraycopy(bytes, 0, field, 0, Math.min(length, bytes.length));
            rows.writeBytes(field);
        }
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        header(file, "LIBRARY", "000000000000000000000000000000");
        line(file, "SAS     SAS     SASLIB  9.4     TEST                            01JAN25:00:00:00");
        line(file, "01JAN25:00:00:00");
        header(file, "MEMBER", "000000000000000001600000000140");
        header(file, "DSCRPTR", "000000000000000000000000000000");
        line(file, "SAS     %-8sSASDATA 9.4     TEST                            01JAN25:00:00:00".formatted(member));
        line(file, "01JAN25:00:00:00");
        header(file, "NAMESTR", String.format(Locale.ROOT, "000000%04d00000000000000000000", columns.size()));
        int position = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            ByteBuffer description = ByteBuffer.allocate(140);
            description.putShort((short) (column.numeric() ? 1 : 2)).putShort((short) 0).putShort((short) column.length())
                    .putShort((short) (i + 1));
            description.put("%-8s%-40s%-8s".formatted(column.name(), column.label(), column.format())
                    .getBytes(StandardCharsets.US_ASCII));
            description.putShort((short) column.width()).putShort((short) 0).putShort((short) 0).putShort((short) 0)
                    .put("        ".getBytes(StandardCharsets.US_ASCII));
            description.putShort((short) 0).putShort((short) 0).putInt(position);
            file.writeBytes(description.array());
            position += column.length();
        }
        fill(file);
        header(file, "OBS", "000000000000000000000000000000");
        file.writeBytes(rows.toByteArray());
        fill(file);
        return file.toByteArray();
    }

    /// The eight bytes of a number as System/360 keeps it: the fraction is brought between 1/16 and 1 by factors of 16, then its
    /// 56 bits are cut off.
    public static byte[] ibm(BigDecimal number) {
        if (number.signum() == 0) {
            return new byte[8];
        }
        BigDecimal fraction = number.abs();
        BigDecimal sixteen = BigDecimal.valueOf(16);
        int exponent = 64;
        while (fraction.compareTo(BigDecimal.ONE) >= 0) {
            fraction = fraction.divide(sixteen);
            exponent++;
        }
        while (fraction.multiply(sixteen).compareTo(BigDecimal.ONE) < 0) {
            fraction = fraction.multiply(sixteen);
            exponent--;
        }
        BigInteger bits = fraction.multiply(new BigDecimal(BigInteger.TWO.pow(56))).toBigInteger();
        long first = (number.signum() < 0 ? 0x80 : 0) | exponent;
        return ByteBuffer.allocate(8).putLong((first << 56) | bits.longValueExact()).array();
    }

    private static void header(ByteArrayOutputStream file, String kind, String digits) {
        line(file, "HEADER RECORD*******%-8sHEADER RECORD!!!!!!!%s".formatted(kind, digits));
    }

    private static void line(ByteArrayOutputStream file, String text) {
        file.writeBytes("%-80s".formatted(text).getBytes(StandardCharsets.US_ASCII));
    }

    private static void fill(ByteArrayOutputStream file) {
        while (file.size() % 80 != 0) {
            file.write(' ');
        }
    }
}
