package org.kamiau.products;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kamiau.platform.Access;
import org.kamiau.platform.Actor;
import org.kamiau.platform.Invalid;
import org.kamiau.platform.Languages;
import org.kamiau.platform.Me;
import org.kamiau.platform.NavItem;
import org.kamiau.platform.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The product list under settings. */
@Controller
@Access.Only({Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD})
class ProductPages {

    /** The list and the form below it, with what was typed. */
    public record Page(List<Product> products, Form form, Map<String, String> errors) {}

    /** A product to be added. */
    public record Form(
            @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9_-]*") @Nullable String code,
            @NotBlank @Size(max = 120) @Nullable String nameJa,
            @NotBlank @Size(max = 120) @Nullable String nameEn) {}

    private final Products products;
    private final Languages languages;

    ProductPages(Products products, Languages languages) {
        this.products = products;
        this.languages = languages;
    }

    @Bean
    static NavItem productsInNavigation() {
        return new NavItem(
                1040, "products.title", "/settings/products", "package",
                java.util.Set.of(Role.ADMIN, Role.REVOPS, Role.MKT_HEAD, Role.SALES_HEAD));
    }

    @GetMapping("/settings/products")
    ModelAndView list() {
        return page(new Form(null, null, null), Map.of());
    }

    private ModelAndView page(Form form, Map<String, String> errors) {
        return new ModelAndView("products/list", "page", new Page(products.all(), form, errors));
    }

    @PostMapping("/settings/products")
    ModelAndView add(@Valid Form form, BindingResult binding, @Me Actor me, java.util.Locale locale) {
        var errors = new TreeMap<String, String>();
        binding.getFieldErrors().forEach(error -> errors.put(error.getField(), String.valueOf(error.getDefaultMessage())));
        if (errors.isEmpty() && form.code() != null && form.nameJa() != null && form.nameEn() != null) {
            try {
                products.add(form.code(), form.nameJa(), form.nameEn(), me);
                return new ModelAndView("redirect:/settings/products");
            } catch (Invalid invalid) {
                var t = languages.text(locale);
                invalid.fields().forEach(field -> errors.put(field.field(), t.get(field.code(), field.arguments().toArray())));
            }
        }
        var page = page(form, errors);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/settings/products/{id}/offer")
    String offer(@PathVariable Product.Id id, @RequestParam boolean offered, @Me Actor me) {
        products.offer(id, offered, me);
        return "redirect:/settings/products";
    }
}
