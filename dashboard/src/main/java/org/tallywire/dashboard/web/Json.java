package org.tallywire.dashboard.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;

/** Rows as JSON: absent fields are left out, days and times are ISO 8601. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance))
            .build();

    private Json() {}

    static Reply reply(Object rows) {
        return reply(200, rows);
    }

    static Reply reply(int status, Object rows) {
        try {
            return Reply.of(status, "application/json; charset=utf-8", MAPPER.writeValueAsBytes(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows are always writable", e);
        }
    }
}
